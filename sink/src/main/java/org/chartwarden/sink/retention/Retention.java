package org.chartwarden.sink.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;

/**
 * How long documents are kept: the one rule for whoever deletes them and for whoever misses them.
 *
 * @param period after which a document is deleted, counted from its time
 * @param warmAfter after which an index of accesses becomes warm, counted from the end of its span
 * @param interval how often both are looked after
 */
public record Retention(Period period, Duration warmAfter, Duration interval) {

    /**
     * What is deleted one day. Rules and instructions stay: they say what is in force and why something was told. So do
     * the pages of the hash chain, which documents under legal hold need for as long as they stay.
     */
    public static final List<String> LIMITED = List.of(
            "chartwarden-accesses-*",
            "chartwarden-alerts",
            "chartwarden-alert-revisions",
            "chartwarden-dispositions",
            "chartwarden-notifications",
            "chartwarden-dead-letters");

    private static final String ACCESSES = "chartwarden-accesses-";

    /** @throws SettingsException when one of them is not positive */
    public static Retention of(Settings settings) {
        Period period = settings.period(Setting.RETENTION_PERIOD);
        if (period.isNegative() || period.isZero()) {
            throw new SettingsException(
                    Setting.RETENTION_PERIOD.key() + " is " + period + ", but must be a day at least.");
        }
        return new Retention(
                period,
                positive(settings, Setting.RETENTION_WARM_AFTER),
                positive(settings, Setting.RETENTION_INTERVAL));
    }

    private static Duration positive(Settings settings, Setting setting) {
        Duration duration = settings.duration(setting);
        if (duration.isNegative() || duration.isZero()) {
            throw new SettingsException(setting.key() + " is " + duration + ", but must be longer than nothing.");
        }
        return duration;
    }

    /** What is older is deleted. Years and months are counted in UTC. */
    public Instant horizon(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }

    /**
     * Whether a document need not be there any more.
     *
     * @param index where it is or was
     * @param time its @timestamp
     * @param held whether a legal hold covers it
     */
    public boolean isPast(String index, Instant time, boolean held, Instant now) {
        boolean limited = index.startsWith(ACCESSES) || LIMITED.contains(index);
        return limited && !held && time.isBefore(horizon(now));
    }
}
