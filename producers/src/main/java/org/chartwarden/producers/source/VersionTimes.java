package org.chartwarden.producers.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When a source says that it last changed a record. */
public final class VersionTimes {

    /** How far a source's clock may be ahead of ours. */
    private static final Duration TOLERANCE = Duration.ofHours(24);

    private VersionTimes() {}

    /**
     * An older version never replaces a newer one, so that one from the future would stay for ever.
     *
     * @param path the element that tells the time
     * @param updatedAt null when the source does not tell, which is plausible
     * @throws Refusal when the time is more than 24 hours in the future
     */
    public static void requirePlausible(String path, Instant updatedAt, Clock clock) throws Refusal {
        if (updatedAt != null && updatedAt.isAfter(clock.instant().plus(TOLERANCE))) {
            throw new Refusal(
                    path,
                    "is more than " + TOLERANCE.toHours() + " hours in the future; no later version would ever"
                            + " replace it. Correct the clock of the source");
        }
    }
}
