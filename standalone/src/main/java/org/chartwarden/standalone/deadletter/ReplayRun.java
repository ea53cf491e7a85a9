package org.chartwarden.standalone.deadletter;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartwarden.standalone.StackException;

/** Replays several dead letters, one at a time. */
public final class ReplayRun {

    private final Letters letters;
    private final Replay replay;

    public ReplayRun(Letters letters, Replay replay) {
        this.letters = letters;
        this.replay = replay;
    }

    /** The ids of all letters that are meant. */
    public Set<String> select(LetterFilter filter) {
        return new LetterBox(letters)
                .list(filter).stream().map(LetterFacts::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Checks ids that a person named.
     *
     * @param again whether also what was replayed before may be
     * @throws StackException when one is unknown or was replayed before
     */
    public Set<String> select(List<String> ids, boolean again) {
        Map<String, LetterFacts> known = new LetterBox(letters)
                .list(LetterFilter.EVERYTHING).stream().collect(Collectors.toMap(LetterFacts::id, Function.identity()));
        for (String id : ids) {
            LetterFacts letter = known.get(id);
            if (letter == null) {
                throw new StackException("There is no dead letter " + id
                        + ": ./chartwarden dead-letters list prints those that wait. Nothing is replayed.");
            }
            if (letter.replayedAt().isPresent() && !again) {
                throw new StackException("Dead letter " + id + " was replayed at "
                        + letter.replayedAt().get() + ": add --again to do it once more. Nothing is replayed.");
            }
        }
        return new LinkedHashSet<>(ids);
    }

    /**
     * Replays them in the order in which they lie in the topic.
     *
     * @param corrected stands for the content of the only one
     * @param listener is told of each
     */
    public void run(Set<String> ids, Optional<byte[]> corrected, Consumer<ReplayResult> listener) {
        Set<String> waiting = new HashSet<>(ids);
        letters.read(letter -> {
            // All versions of a letter have the same content: its id follows from it.
            if (waiting.remove(letter.getDeadLetterId())) {
                listener.accept(replay.replay(letter, corrected));
            }
        });
    }
}
