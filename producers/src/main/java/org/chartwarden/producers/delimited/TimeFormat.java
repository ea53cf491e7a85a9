package org.chartwarden.producers.delimited;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One way of writing a time: {@code iso}, {@code seconds since} or {@code milliseconds since} an instant, or a pattern
 * of {@link DateTimeFormatter}. Strict: there is no 30th of February.
 *
 * @param text as the mapping spells it
 * @param reader gives an Instant, ZonedDateTime, LocalDateTime, LocalDate or LocalTime; else throws DateTimeException
 */
record TimeFormat(String text, Reader reader) {

    static final String ALLOWED =
            "iso, \"seconds since 1970-01-01T00:00:00Z\", or a pattern of java.time.format.DateTimeFormatter";

    private static final String ISO = "iso";
    private static final DateTimeFormatter ISO_TIME_OF_DAY = strict("HH:mm[:ss]");
    private static final DateTimeFormatter ISO_DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd['T'HH:mm[:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("][XXX][XX][X]]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,9})?");
    private static final int DATE_LENGTH = "2026-01-31".length();
    private static final long MILLIS = 1_000;

    /** Understands one text. */
    @FunctionalInterface
    interface Reader {
        TemporalAccessor read(String text);
    }

    /** @throws IllegalArgumentException when it is none */
    static TimeFormat of(String text) {
        if (text.equals(ISO)) {
            return new TimeFormat(text, TimeFormat::iso);
        }
        if (text.startsWith("seconds since ")) {
            return counting(text, "seconds since ", MILLIS);
        }
        if (text.startsWith("milliseconds since ")) {
            return counting(text, "milliseconds since ", 1);
        }
        DateTimeFormatter pattern = strict(withProlepticYear(text));
        TimeFormat format = new TimeFormat(text, value -> best(pattern, value));
        format.requireUsable(pattern);
        return format;
    }

    TemporalAccessor read(String value) {
        return reader.read(value);
    }

    private static TemporalAccessor iso(String value) {
        if (value.indexOf(':') == 2) {
            return LocalTime.parse(value, ISO_TIME_OF_DAY);
        }
        boolean spaced = value.length() > DATE_LENGTH && value.charAt(DATE_LENGTH) == ' ';
        String text = spaced ? value.substring(0, DATE_LENGTH) + "T" + value.substring(DATE_LENGTH + 1) : value;
        return best(ISO_DATE, text);
    }

    private static TemporalAccessor best(DateTimeFormatter formatter, String text) {
        return formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from, LocalTime::from);
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** People write yyyy, the year of an era, which a strict reader takes for no year at all when no era is told. */
    private static String withProlepticYear(String pattern) {
        StringBuilder result = new StringBuilder();
        boolean literal = false;
        for (char letter : pattern.toCharArray()) {
            literal ^= letter == '\'';
            result.append(letter == 'y' && !literal ? 'u' : letter);
        }
        return result.toString();
    }

    private static TimeFormat counting(String text, String words, long millis) {
        try {
            Instant since = Instant.parse(text.substring(words.length()).strip());
            return new TimeFormat(text, value -> since.plusMillis(count(value, millis)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static long count(String value, long millis) {
        if (!COUNT.matcher(value).matches()) {
            throw new DateTimeException("no number");
        }
        return new BigDecimal(value).multiply(BigDecimal.valueOf(millis)).longValue();
    }

    /** A pattern may be well-formed and still tell no date and no time of day. */
    private void requireUsable(DateTimeFormatter pattern) {
        try {
            read(pattern.format(ZonedDateTime.parse("2026-11-23T21:43:25Z[UTC]")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
