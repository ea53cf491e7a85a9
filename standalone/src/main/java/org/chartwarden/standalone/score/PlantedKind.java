package org.chartwarden.standalone.score;

import java.time.Duration;
import java.time.Instant;
import org.chartwarden.producers.simulator.Variant;

/**
 * A planted incident, as far as the score asks.
 *
 * @param ruleId the kind: the rule that is about it
 * @param variant how plain it is
 * @param first when its first access happened
 * @param description what happened, without names
 * @param accounted why its accesses are not accused, for the case that it is missed
 */
record PlantedKind(String ruleId, Variant variant, Instant first, String description, String accounted) {

    Duration until(Instant time) {
        return Duration.between(first, time);
    }
}
