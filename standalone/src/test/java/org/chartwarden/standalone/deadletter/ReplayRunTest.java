package org.chartwarden.standalone.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.standalone.StackException;
import org.junit.jupiter.api.Test;

class ReplayRunTest {

    private static final DeadLetter FIRST = Samples.ofRecord("line 1", "one");
    private static final DeadLetter SECOND = Samples.ofRecord("line 2", "two");

    private final Letters letters = Samples.letters(FIRST, SECOND, Samples.replayed(SECOND));

    @Test
    void shouldReplayEachLetterOnceHoweverManyVersionsItHas() {
        List<String> replayed = new ArrayList<>();

        run().run(
                        Set.of(FIRST.getDeadLetterId(), SECOND.getDeadLetterId()),
                        Optional.empty(),
                        result -> replayed.add(result.id()));

        assertThat(replayed).containsExactly(FIRST.getDeadLetterId(), SECOND.getDeadLetterId());
    }

    @Test
    void shouldSelectAllThatWait() {
        assertThat(run().select(LetterFilter.WAITING)).containsExactly(FIRST.getDeadLetterId());
    }

    @Test
    void shouldRefuseAnUnknownId() {
        assertThatThrownBy(() -> run().select(List.of(FIRST.getDeadLetterId(), "unknown"), false))
                .isInstanceOf(StackException.class)
                .hasMessage("There is no dead letter unknown: ./chartwarden dead-letters list prints those that wait."
                        + " Nothing is replayed.");
    }

    @Test
    void shouldReplayTwiceOnlyWhenAskedTo() {
        List<String> ids = List.of(SECOND.getDeadLetterId());

        assertThat(run().select(ids, true)).containsExactlyElementsOf(ids);
        assertThatThrownBy(() -> run().select(ids, false))
                .isInstanceOf(StackException.class)
                .hasMessage(
                        "Dead letter " + SECOND.getDeadLetterId()
                                + " was replayed at 2026-03-02T13:00:00Z: add --again to do it once more. Nothing is replayed.");
    }

    private ReplayRun run() {
        WordsFeed feed = new WordsFeed();
        return new ReplayRun(letters, new Replay(Map.of(feed.name(), feed), null, null, Samples.CLOCK, true));
    }
}
