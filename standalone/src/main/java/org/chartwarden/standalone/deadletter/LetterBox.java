package org.chartwarden.standalone.deadletter;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwarden.model.DeadLetter;

/**
 * Finds dead letters. A letter was replayed when any version of it was: to read its file again gives it up again, which
 * needs nobody any more. Else its newest version counts.
 */
public final class LetterBox {

    private final Letters letters;

    public LetterBox(Letters letters) {
        this.letters = letters;
    }

    /** Those that are meant, the newest first. */
    public List<LetterFacts> list(LetterFilter filter) {
        Map<String, LetterFacts> newest = new HashMap<>();
        letters.read(letter -> newest.merge(
                letter.getDeadLetterId(),
                LetterFacts.of(letter),
                (known, next) ->
                        known.replayedAt().isPresent() && next.replayedAt().isEmpty() ? known : next));
        return newest.values().stream()
                .filter(filter)
                .sorted(Comparator.comparing(LetterFacts::time).reversed().thenComparing(LetterFacts::id))
                .toList();
    }

    /** How many wait for somebody. */
    public long waiting() {
        return list(LetterFilter.WAITING).size();
    }

    /** One letter whole; empty when there is none of this id. */
    public Optional<DeadLetter> find(String id) {
        AtomicReference<DeadLetter> found = new AtomicReference<>();
        letters.read(letter -> {
            if (letter.getDeadLetterId().equals(id)) {
                found.updateAndGet(
                        known -> known != null && known.getReplayedAt() != null && letter.getReplayedAt() == null
                                ? known
                                : letter);
            }
        });
        return Optional.ofNullable(found.get());
    }
}
