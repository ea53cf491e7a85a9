package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How soon a recipient is told of an alert. */
enum Delivery {
    /** At once, in a mail of its own. */
    IMMEDIATE,
    /** With the others of the hour, at the next full hour. */
    HOURLY,
    /** With the others of the day, at the recipient's time of day. */
    DAILY;

    /**
     * When an alert is to be mailed that opened then: at that time or later. A time of day that the clocks skip in spring
     * is the one that they show instead; one that comes twice in autumn counts once.
     *
     * @param time of the daily digest
     * @param zone the site's
     */
    Instant due(Instant opened, LocalTime time, ZoneId zone) {
        return switch (this) {
            case IMMEDIATE -> opened;
            case HOURLY -> {
                ZonedDateTime hour = opened.atZone(zone).truncatedTo(ChronoUnit.HOURS);
                yield hour.toInstant().equals(opened)
                        ? opened
                        : hour.plusHours(1).toInstant();
            }
            case DAILY -> {
                ZonedDateTime today =
                        opened.atZone(zone).toLocalDate().atTime(time).atZone(zone);
                ZonedDateTime tomorrow =
                        today.toLocalDate().plusDays(1).atTime(time).atZone(zone);
                yield (today.toInstant().isBefore(opened) ? tomorrow : today).toInstant();
            }
        };
    }
}
