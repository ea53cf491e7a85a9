package org.chartwarden.sink.mail;

import java.time.Duration;
import org.chartwarden.model.Severity;

/** How long an officer has to review an alert. */
public final class Deadlines {

    private Deadlines() {}

    /** Counts from when the alert began to wait for an officer. */
    public static Duration timeToReview(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Duration.ofHours(4);
            case HIGH -> Duration.ofDays(1);
            case MEDIUM -> Duration.ofDays(3);
            case LOW -> Duration.ofDays(7);
        };
    }
}
