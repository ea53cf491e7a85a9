package org.chartwarden.standalone.score;

import java.time.Instant;
import java.util.Set;
import org.chartwarden.producers.simulator.Cause;

/**
 * What became of one alert.
 *
 * @param alertId its id
 * @param ruleId the rule that raised it
 * @param riskScore from 0 to 100
 * @param eventCount how many accesses it rests on
 * @param incidents the numbers of the planted incidents whose accesses it rests on; empty when it is a false one
 * @param cause why most of these accesses happened
 * @param raised when the access arrived that made it
 * @param opened when its grace was over, and an officer saw it; null when papers had explained it before
 */
record AlertStory(
        String alertId,
        String ruleId,
        int riskScore,
        int eventCount,
        Set<Integer> incidents,
        Cause cause,
        Instant raised,
        Instant opened) {

    AlertStory {
        incidents = Set.copyOf(incidents);
    }

    boolean isShown() {
        return opened != null;
    }

    boolean isTrue() {
        return !incidents.isEmpty();
    }
}
