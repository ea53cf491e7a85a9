package org.chartwarden.producers.delimited;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.producers.source.VersionTimes;

/**
 * Since when holds what a row of context says.
 *
 * @param asOf when the row does not tell
 */
record RowVersion(Instant asOf, Clock clock) {

    /** @throws Refusal when it tells a time that cannot be */
    Instant of(Told told) throws Refusal {
        Optional<Instant> updatedAt = told.instant("updatedAt", Moments.Day.REFUSED);
        if (updatedAt.isPresent()) {
            VersionTimes.requirePlausible(told.path("updatedAt"), updatedAt.get(), clock);
        }
        return updatedAt.orElse(asOf);
    }
}
