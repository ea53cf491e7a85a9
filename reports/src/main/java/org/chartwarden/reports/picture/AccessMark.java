package org.chartwarden.reports.picture;

import java.time.Instant;
import java.util.Objects;

/**
 * One access on a timeline.
 *
 * @param time when it happened
 * @param kind what was found of it
 */
public record AccessMark(Instant time, Kind kind) {

    public AccessMark {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(kind, "kind");
    }

    /** What was found of an access, the gravest last. */
    public enum Kind {
        EXPLAINED("explained"),
        UNEXPLAINED("unexplained"),
        RULE_HIT("a rule fired");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The mark of an access: a rule's hit counts for more than whether it is explained. */
    public static AccessMark of(Instant time, boolean explained, boolean ruleHit) {
        return new AccessMark(time, ruleHit ? Kind.RULE_HIT : explained ? Kind.EXPLAINED : Kind.UNEXPLAINED);
    }
}
