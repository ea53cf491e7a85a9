package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    /** The index of an access at this time. */
    public String index(Instant time) {
        return PREFIX + format.format(time.atOffset(ZoneOffset.UTC));
    }
}
