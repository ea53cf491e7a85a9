package org.chartwarden.sink.mail.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.chartwarden.model.Severity;

/**
 * Who is told when nobody has acted.
 *
 * @param address of the recipient
 * @param after how long beyond the deadline, zero or more
 * @param severities of alerts
 */
record Escalation(String address, Duration after, Set<Severity> severities) {

    Escalation {
        severities = Set.copyOf(severities);
    }

    boolean covers(AlertFacts alert) {
        return severities.contains(alert.mailed().severity());
    }

    Instant due(AlertFacts alert) {
        return alert.mailed().deadline().plus(after);
    }
}
