package org.chartwarden.producers.simulator;

import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;

/** What the user declared and how the system answered. */
enum Circumstance {
    /** Said to be for treatment, and allowed. */
    TREATMENT("TREAT", AuditEventOutcome._0),
    /** The user broke the glass, and was allowed. */
    BREAK_THE_GLASS("BTG", AuditEventOutcome._0),
    /** Said to be for treatment, and refused: nothing was shown. */
    REFUSED("TREAT", AuditEventOutcome._8);

    private final String purpose;
    private final AuditEventOutcome outcome;

    Circumstance(String purpose, AuditEventOutcome outcome) {
        this.purpose = purpose;
        this.outcome = outcome;
    }

    /** Purpose of use: a code of the code system v3-ActReason. */
    String purpose() {
        return purpose;
    }

    AuditEventOutcome outcome() {
        return outcome;
    }
}
