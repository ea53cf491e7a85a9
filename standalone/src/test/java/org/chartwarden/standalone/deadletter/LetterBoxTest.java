package org.chartwarden.standalone.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LetterBoxTest {

    private static final Instant NOON = Samples.NOON;
    private static final DeadLetter FIRST = Samples.at(NOON, "line 1");
    private static final DeadLetter SECOND = Samples.at(NOON.plusSeconds(60), "line 2");
    private static final DeadLetter OF_TOPIC = Samples.ofTopic("ehr.access", "bytes", "p1");

    @Test
    void shouldListWhatWaitsTheNewestFirst() {
        LetterBox box = new LetterBox(Samples.letters(FIRST, SECOND));

        assertThat(box.list(LetterFilter.WAITING)).containsExactly(LetterFacts.of(SECOND), LetterFacts.of(FIRST));
    }

    @Test
    void shouldCountALetterAsReplayedThoughItsFileWasReadAgain() {
        LetterBox box = new LetterBox(Samples.letters(FIRST, SECOND, Samples.replayed(FIRST), FIRST));

        assertThat(box.list(LetterFilter.WAITING)).containsExactly(LetterFacts.of(SECOND));
        assertThat(box.waiting()).isEqualTo(1);
        assertThat(box.list(LetterFilter.EVERYTHING))
                .containsExactly(LetterFacts.of(SECOND), LetterFacts.of(Samples.replayed(FIRST)));
        assertThat(box.find(FIRST.getDeadLetterId())).contains(Samples.replayed(FIRST));
        assertThat(box.find("unknown")).isEmpty();
    }

    @Test
    void shouldCountTheNewestVersionOfALetter() {
        DeadLetter later = DeadLetter.newBuilder(FIRST)
                .setReason("still is wrong")
                .setTime(NOON.plusSeconds(1))
                .build();
        LetterBox box = new LetterBox(Samples.letters(FIRST, later));

        assertThat(box.list(LetterFilter.WAITING)).containsExactly(LetterFacts.of(later));
        assertThat(box.find(FIRST.getDeadLetterId())).contains(later);
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of(filter(NOON.plusSeconds(60), null, null, null, null, false), SECOND),
                Arguments.of(filter(NOON.plusSeconds(1), NOON.plusSeconds(61), null, null, null, false), SECOND),
                Arguments.of(filter(null, NOON.plusSeconds(60), "audit", null, null, false), FIRST),
                Arguments.of(filter(null, NOON.plusSeconds(60), null, "words", null, false), FIRST),
                Arguments.of(filter(null, null, "EHR.acc", null, null, false), OF_TOPIC),
                Arguments.of(filter(null, null, null, null, Stage.STREAMS, false), OF_TOPIC));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void shouldListOnlyWhatIsMeant(LetterFilter filter, DeadLetter meant) {
        LetterBox box = new LetterBox(Samples.letters(FIRST, SECOND, OF_TOPIC));

        assertThat(box.list(filter)).containsExactly(LetterFacts.of(meant));
    }

    private static LetterFilter filter(
            Instant since, Instant until, String source, String feed, Stage stage, boolean replayedToo) {
        return new LetterFilter(
                Optional.ofNullable(since),
                Optional.ofNullable(until),
                Optional.ofNullable(source),
                Optional.ofNullable(feed),
                Optional.ofNullable(stage),
                replayedToo);
    }
}
