package org.chartwarden.producers.atna;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.chartwarden.producers.source.Refusal;

/** Reads xsd:dateTime, and it with the offset as Java wrote it for long, {@code +0100}. */
final class AtnaTime {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private AtnaTime() {}

    /**
     * A point in time, in whole milliseconds.
     *
     * @param zone where a time without an offset was measured: in the hour that a clock repeats in autumn it is the
     *     first of the two, and in the one that it leaves out in spring it is an hour later
     * @param path names the attribute
     */
    static Instant of(String text, ZoneId zone, String path) throws Refusal {
        try {
            TemporalAccessor time = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = time instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(time).atZone(zone).toInstant();
            return instant.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new Refusal(path, "is not a time such as 2026-01-31T08:15:00.000+01:00 (xsd:dateTime)");
        }
    }
}
