package org.chartwarden.streams.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.streams.explain.ExplanationConfig;
import org.chartwarden.streams.judge.AlertIds;

/**
 * What the topology is told.
 *
 * @param horizon how late an access may arrive and still be judged and recognised as a duplicate, and how long it is
 *     explained anew when more becomes known
 * @param grace the longest time that any rule may give late paperwork before its alert opens
 * @param explanations which reasons account for an access
 * @param zone the site's, whose midnights divide alerts
 * @param alertIds made with the site's key
 */
public record TopologyConfig(
        Duration horizon, Duration grace, ExplanationConfig explanations, ZoneId zone, AlertIds alertIds) {

    private static final Duration SHORTEST_HORIZON = Duration.ofMinutes(1);

    public TopologyConfig {
        notShorter("horizon", horizon, SHORTEST_HORIZON);
        notShorter("grace", grace, Duration.ZERO);
        Objects.requireNonNull(explanations, "explanations");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(alertIds, "alertIds");
    }

    /** @throws SettingsException when a setting or the site's file of explanations is not usable */
    public static TopologyConfig of(Settings settings) {
        return new TopologyConfig(
                duration(settings, Setting.STREAMS_HORIZON, SHORTEST_HORIZON),
                duration(settings, Setting.ALERT_GRACE, Duration.ZERO),
                settings.optional(Setting.STREAMS_EXPLANATIONS_FILE)
                        .map(Path::of)
                        .map(ExplanationConfig::load)
                        .orElseGet(ExplanationConfig::builtIn),
                settings.zone(Setting.SITE_ZONE),
                alertIds(settings));
    }

    private static Duration duration(Settings settings, Setting setting, Duration shortest) {
        Duration duration = settings.duration(setting);
        if (duration.compareTo(shortest) < 0) {
            throw new SettingsException(setting.key() + " is " + duration + ", but must be " + shortest + " or more.");
        }
        return duration;
    }

    private static AlertIds alertIds(Settings settings) {
        try {
            return new AlertIds(settings.text(Setting.ALERT_KEY).strip());
        } catch (IllegalArgumentException e) {
            throw new SettingsException(Setting.ALERT_KEY.key() + ": " + e.getMessage() + ".", e);
        }
    }

    private static void notShorter(String name, Duration duration, Duration shortest) {
        if (duration.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(name + " is " + duration + ", but must be " + shortest + " or more");
        }
    }
}
