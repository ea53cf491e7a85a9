package org.chartwarden.standalone.bench.system;

import java.util.List;

/**
 * What the whole stack held.
 *
 * @param events sent at once
 * @param seconds until Elasticsearch had the last of them
 * @param violations of the law that nothing is lost; empty when it holds
 * @param halfRate events a second at which the latencies were measured
 * @param accesses from the reception of an access to its document
 * @param alerts from the reception of an alert's newest access to the document of the revision
 */
public record SystemResult(
        int events, double seconds, List<String> violations, double halfRate, Latencies accesses, Latencies alerts) {

    public SystemResult {
        violations = List.copyOf(violations);
    }

    public double sustained() {
        return events / seconds;
    }

    public boolean holds() {
        return violations.isEmpty();
    }
}
