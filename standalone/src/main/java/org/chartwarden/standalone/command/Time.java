package org.chartwarden.standalone.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as an option's value: one with its offset from UTC, or a day, which stands for its begin where the site is. */
final class Time {

    private final Function<ZoneId, Instant> inZone;

    private Time(Function<ZoneId, Instant> inZone) {
        this.inZone = inZone;
    }

    /** @param time null when the option was not given, which gives null */
    static Instant at(Time time, Settings settings) {
        return time == null ? null : time.inZone.apply(settings.zone(Setting.SITE_ZONE));
    }

    /** Reads it. */
    static final class Converter implements ITypeConverter<Time> {

        @Override
        public Time convert(String value) {
            try {
                if (value.indexOf('T') < 0) {
                    LocalDate day = LocalDate.parse(value);
                    return new Time(zone -> day.atStartOfDay(zone).toInstant());
                }
                Instant time = OffsetDateTime.parse(value).toInstant();
                return new Time(zone -> time);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + value
                        + "' is neither a day, such as 2026-01-31, nor a time with its offset, such as"
                        + " 2026-01-31T08:00:00Z");
            }
        }
    }
}
