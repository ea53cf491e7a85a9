package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.chartwarden.model.Subject;

/**
 * Which hits of a rule are one alert: those with the same user, the same patient, or both, in the same span of time. The
 * rule's subject is always among them: alerts are kept where the subject's profile is, and two keepers would overwrite
 * each other.
 *
 * <p>Spans do not slide, so that an alert's id follows from any one of its accesses. Whole days begin at the site's
 * midnight: {@code P1D} is a calendar day, also on the 23 and 25 hours long days when the clocks change. Other spans are
 * counted from 1970-01-01T00:00Z.
 *
 * @param by the rule's subject, and perhaps the other one
 * @param span a minute or more, 31 days or less
 */
public record Grouping(List<By> by, Duration span) {

    /** What hits have in common. */
    public enum By {
        USER,
        PATIENT;

        /** The one that a subject's alerts always have in common. */
        static By of(Subject subject) {
            return switch (subject) {
                case USER -> USER;
                case PATIENT -> PATIENT;
            };
        }
    }

    static final Duration SHORTEST = Duration.ofMinutes(1);

    /** The longest span: the store of alerts keeps them for so long. */
    public static final Duration LONGEST = Duration.ofDays(31);

    private static final Duration DAY = Duration.ofDays(1);

    public Grouping {
        by = List.copyOf(by);
        if (by.isEmpty() || span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "group must name user or patient, for a span between " + SHORTEST + " and " + LONGEST);
        }
    }

    /** Begin of the span in which the time lies. */
    public Instant startOf(Instant time, ZoneId zone) {
        if (span.toMillis() % DAY.toMillis() == 0) {
            long days = span.toDays();
            long day = time.atZone(zone).toLocalDate().toEpochDay();
            return LocalDate.ofEpochDay(day - Math.floorMod(day, days))
                    .atStartOfDay(zone)
                    .toInstant();
        }
        long millis = time.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, span.toMillis()));
    }
}
