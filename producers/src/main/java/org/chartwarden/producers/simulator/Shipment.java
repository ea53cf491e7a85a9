package org.chartwarden.producers.simulator;

import java.util.List;

/** Something that a system of the simulated hospital sends, in its turn. */
public sealed interface Shipment {

    /**
     * The body of one {@code POST /} (IHE ITI-20).
     *
     * @param body a batch Bundle of AuditEvents
     * @param events how many
     */
    record AuditBundle(String body, int events) implements Shipment {}

    /**
     * Paperwork that comes only now.
     *
     * @param lines NDJSON: a FHIR resource each
     */
    record ContextLines(List<String> lines) implements Shipment {

        public ContextLines {
            lines = List.copyOf(lines);
        }
    }

    /** Nothing: a week of the past is over, and real time would pass. Who learns from it may catch up. */
    record WeekPassed() implements Shipment {}
}
