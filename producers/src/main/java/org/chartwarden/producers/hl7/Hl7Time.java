package org.chartwarden.producers.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwarden.producers.source.Refusal;

/**
 * A time as HL7 v2 writes it (2.5.1, 2.A.22: {@code YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]}).
 *
 * @param local its begin: of {@code 2026}, midnight of the first of January
 * @param digits how much was said: 4 is a year, 8 a day, 10 an hour
 * @param offset null where none was said
 */
record Hl7Time(LocalDateTime local, int digits, ZoneOffset offset) {

    private static final Pattern FORMAT = Pattern.compile("(\\d{4}(?:\\d\\d){0,5})(\\.\\d{1,9})?([+-]\\d{4})?");

    private static final int YEAR = 4;
    private static final int MONTH = 6;
    private static final int DAY = 8;
    private static final int SECOND = 14;
    private static final String LOWEST = "00000101000000";

    /** The first component of a field; empty when it says nothing. */
    static Optional<Hl7Time> of(Field field) throws Refusal {
        return of(field, 1);
    }

    /** @throws Refusal when there is something else than a time */
    static Optional<Hl7Time> of(Field field, int component) throws Refusal {
        Optional<String> text = field.text(component);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text.get()));
        } catch (DateTimeException e) {
            throw new Refusal(
                    component == 1 ? field.path() : field.path(component),
                    "is not a valid time of HL7 v2; such as 20260131, 202601310815 or 20260131081500+0100 is required");
        }
    }

    private static Hl7Time parse(String text) {
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches() || parts.group(2) != null && parts.group(1).length() != SECOND) {
            throw new DateTimeException("format");
        }
        String told = parts.group(1);
        String all = told + LOWEST.substring(told.length());
        String fraction = parts.group(2) == null ? "" : parts.group(2);
        LocalDateTime local = LocalDateTime.parse("%s-%s-%sT%s:%s:%s%s"
                .formatted(
                        all.substring(0, YEAR),
                        all.substring(YEAR, MONTH),
                        all.substring(MONTH, DAY),
                        all.substring(DAY, 10),
                        all.substring(10, 12),
                        all.substring(12, SECOND),
                        fraction));
        return new Hl7Time(local, told.length(), parts.group(3) == null ? null : ZoneOffset.of(parts.group(3)));
    }

    /** The day; empty where only a year or a month was said. */
    Optional<LocalDate> day() {
        return digits < DAY ? Optional.empty() : Optional.of(local.toLocalDate());
    }

    /** Whether a time of day was said. */
    boolean isMoment() {
        return digits > DAY;
    }

    /**
     * When something begins: a day begins at midnight.
     *
     * @param zone of a time without an offset
     */
    Instant start(ZoneId zone) {
        return instant(local, zone);
    }

    /** When something ends: a day, a month or a year with its last millisecond. */
    Instant end(ZoneId zone) {
        return switch (digits) {
            case YEAR -> instant(local.plusYears(1), zone).minusMillis(1);
            case MONTH -> instant(local.plusMonths(1), zone).minusMillis(1);
            case DAY -> instant(local.plusDays(1), zone).minusMillis(1);
            default -> instant(local, zone);
        };
    }

    /** To the millisecond, as the records keep it. */
    private Instant instant(LocalDateTime time, ZoneId zone) {
        Instant instant = offset == null ? time.atZone(zone).toInstant() : time.toInstant(offset);
        return Instant.ofEpochMilli(instant.toEpochMilli());
    }
}
