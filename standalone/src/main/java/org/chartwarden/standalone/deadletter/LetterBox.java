package org.chartwarden.standalone.deadletter;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwarden.model.DeadLetter;

/** Finds dead letters. The newest version of a letter counts. */
public final class LetterBox {

    private final Letters letters;

    public LetterBox(Letters letters) {
        this.letters = letters;
    }

    /** Those that are meant, the newest first. */
    public List<LetterFacts> list(LetterFilter filter) {
        Map<String, LetterFacts> newest = new HashMap<>();
        letters.read(letter -> newest.put(letter.getDeadLetterId(), LetterFacts.of(letter)));
        return newest.values().stream()
                .filter(filter)
                .sorted(Comparator.comparing(LetterFacts::time).reversed().thenComparing(LetterFacts::id))
                .toList();
    }

    /** One letter whole; empty when there is none of this id. */
    public Optional<DeadLetter> find(String id) {
        AtomicReference<DeadLetter> found = new AtomicReference<>();
        letters.read(letter -> {
            if (letter.getDeadLetterId().equals(id)) {
                found.set(letter);
            }
        });
        return Optional.ofNullable(found.get());
    }
}
