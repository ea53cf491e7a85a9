package org.chartwarden.producers.simulator;

import org.chartwarden.model.AccessEvent;

/**
 * An access on its way, and the truth about it. An act that two systems recorded comes twice, under one event id.
 *
 * @param event as the FHIR door reads it; received when it arrives
 * @param truth what is known of it
 */
public record SimulatedAccess(AccessEvent event, Truth truth) {

    /**
     * The truth about an access.
     *
     * @param cause why it happened
     * @param incident the number of the incident that it belongs to; -1 when to none
     */
    public record Truth(Cause cause, int incident) {

        static final int NONE = -1;

        static Truth of(Cause cause) {
            return new Truth(cause, NONE);
        }
    }
}
