package org.chartwarden.sink.elasticsearch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/** Which index an access belongs to: by its own time, in UTC, so that a replay after months still finds the same one. */
public enum AccessIndices {
    /** One index a month. */
    MONTH("uuuu.MM"),
    /** One index a day. */
    DAY("uuuu.MM.dd");

    /** Of all of them. */
    public static final String PATTERN = "chartwarden-accesses-*";

    private static final String PREFIX = "chartwarden-accesses-";

    private static final Pattern SPAN =
            Pattern.compile(Pattern.quote(PREFIX) + "(?<year>[0-9]{4})\\.(?<month>[0-9]{2})(\\.(?<day>[0-9]{2}))?");

    private final DateTimeFormatter format;

    AccessIndices(String pattern) {
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** @throws SettingsException when elasticsearch.accesses.span is neither month nor day */
    public static AccessIndices of(Settings settings) {
        String span = settings.text(Setting.ELASTICSEARCH_ACCESSES_SPAN);
        return switch (span) {
            case "month" -> MONTH;
            case "day" -> DAY;
            default ->
                throw new SettingsException(
                        Setting.ELASTICSEARCH_ACCESSES_SPAN.key() + " is " + span + ", but must be month or day.");
        };
    }

    /**
     * When the span of an index is over, whichever of the two it is; a site may have had the other before.
     *
     * @return the first time that is not in it; empty when the index is not named after a span
     */
    public static Optional<Instant> endOf(String index) {
        Matcher span = SPAN.matcher(index);
        if (!span.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate first = LocalDate.of(
                    Integer.parseInt(span.group("year")),
                    Integer.parseInt(span.group("month")),
                    span.group("day") == null ? 1 : Integer.parseInt(span.group("day")));
            LocalDate next = span.group("day") == null ? first.plusMonths(1) : first.plusDays(1);
            return Optional.of(next.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // such as month 13
        }
    }

    /** The index of an access at this time. */
    public String index(Instant time) {
        return PREFIX + format.format(time.atOffset(ZoneOffset.UTC));
    }
}
