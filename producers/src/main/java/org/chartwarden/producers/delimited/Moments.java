package org.chartwarden.producers.delimited;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * From what a cell tells to an instant. A local time that the clock skips in spring is as much later as the clock was
 * put forward; of one that it shows twice in autumn, the first counts.
 */
final class Moments {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    /** The last of December 9999, which is how some systems write "for ever", in whatever zone. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z").plus(2, ChronoUnit.DAYS);

    private Moments() {}

    /** What a date without a time of day means. */
    enum Day {
        /** Nothing: it would be anywhere within the day. */
        REFUSED,
        /** Midnight at its begin. */
        BEGIN,
        /** Its last millisecond: the whole day is meant. */
        LAST,
        /** Midnight at its end: the same for an end that is excluded. */
        AFTER
    }

    /** To the millisecond; empty when it tells no instant, or one in another age. */
    static Optional<Instant> of(TemporalAccessor told, ZoneId zone, Day day) {
        return instant(told, zone, day)
                .map(instant -> instant.truncatedTo(ChronoUnit.MILLIS))
                .filter(Moments::isOfOurAge);
    }

    private static Optional<Instant> instant(TemporalAccessor told, ZoneId zone, Day day) {
        if (told instanceof Instant instant) {
            return Optional.of(instant);
        }
        if (told instanceof ZonedDateTime zoned) {
            return Optional.of(zoned.toInstant());
        }
        if (told instanceof LocalDateTime local) {
            return Optional.of(local.atZone(zone).toInstant());
        }
        return told instanceof LocalDate date
                        && date.getYear() <= LAST.atZone(zone).getYear()
                ? ofDate(date, zone, day)
                : Optional.empty();
    }

    private static Optional<Instant> ofDate(LocalDate date, ZoneId zone, Day day) {
        return switch (day) {
            case REFUSED -> Optional.empty();
            case BEGIN -> Optional.of(date.atStartOfDay(zone).toInstant());
            case LAST ->
                Optional.of(date.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
            case AFTER -> Optional.of(date.plusDays(1).atStartOfDay(zone).toInstant());
        };
    }

    private static boolean isOfOurAge(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }
}
