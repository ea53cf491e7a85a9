package org.chartwarden.standalone.officer;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.chartwarden.model.Decision;
import org.chartwarden.model.SilenceScope;
import org.chartwarden.sink.search.RuleCounts;

/**
 * What an officer decides.
 *
 * @param decision what was found
 * @param by the officer's user id
 * @param note the officer's words
 * @param silences what is to stay silent from now on
 * @param silentFor for how long from the decision on; of no meaning when nothing is silenced
 */
public record Ruling(Decision decision, String by, Optional<String> note, SilenceScope silences, Duration silentFor) {

    /** @throws IllegalArgumentException when a violation would be silenced, or for no time at all */
    public Ruling {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(note, "note");
        if (by.isBlank()) {
            throw new IllegalArgumentException("The officer who decides must be named.");
        }
        if (silences != SilenceScope.NOTHING && RuleCounts.confirms(decision)) {
            throw new IllegalArgumentException("A violation silences nothing: what was found is to be watched, so leave"
                    + " out what should be silent, or decide otherwise.");
        }
        if (silentFor.isNegative() || silentFor.isZero()) {
            throw new IllegalArgumentException(
                    "What is silenced must be silent for some time, such as P90D, not " + silentFor + ".");
        }
    }
}
