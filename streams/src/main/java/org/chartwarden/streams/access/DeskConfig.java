package org.chartwarden.streams.access;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.chartwarden.service.Counters;
import org.chartwarden.streams.context.Changes;
import org.chartwarden.streams.explain.ExplanationConfig;

/**
 * What explaining is told.
 *
 * @param horizon how late an access may arrive and still be judged and recognised as a duplicate, and how long it is
 *     explained anew when more becomes known
 * @param care how long care is remembered after it is over
 * @param zone the site's, in which shifts and days are told
 * @param duplicates told of each copy of a known access
 * @param staff changes of the workforce
 */
public record DeskConfig(
        Duration horizon,
        Duration care,
        ExplanationConfig explanations,
        ZoneId zone,
        Counters counters,
        Duplicates duplicates,
        Changes staff) {

    public DeskConfig {
        Objects.requireNonNull(horizon, "horizon");
        Objects.requireNonNull(care, "care");
        Objects.requireNonNull(explanations, "explanations");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(counters, "counters");
        Objects.requireNonNull(duplicates, "duplicates");
        Objects.requireNonNull(staff, "staff");
    }
}
