package org.chartwarden.streams.judge;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What a judge is told.
 *
 * @param zone the site's, whose midnights divide alerts
 * @param horizon how late an access may arrive and still be judged
 * @param grace the longest time that any rule may give late paperwork; zero lets each alert open at once
 * @param ids made with the site's key
 */
public record JudgeSettings(ZoneId zone, Duration horizon, Duration grace, AlertIds ids) {

    public JudgeSettings {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(horizon, "horizon");
        Objects.requireNonNull(grace, "grace");
        Objects.requireNonNull(ids, "ids");
    }

    /** What a rule's alert is given. */
    Duration graceOf(Duration rules) {
        return rules.compareTo(grace) < 0 ? rules : grace;
    }
}
