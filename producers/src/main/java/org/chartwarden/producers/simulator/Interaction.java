package org.chartwarden.producers.simulator;

import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;

/** A RESTful interaction on a patient's record, and how IHE BALP 1.1 records it. */
enum Interaction {
    READ(AuditEventAction.R, "read", "PatientRead"),
    CREATE(AuditEventAction.C, "create", "PatientCreate"),
    UPDATE(AuditEventAction.U, "update", "PatientUpdate"),
    SEARCH(AuditEventAction.E, "search-type", "PatientQuery");

    private final AuditEventAction action;
    private final String code;
    private final String profile;

    Interaction(AuditEventAction action, String code, String profile) {
        this.action = action;
        this.code = code;
        this.profile = profile;
    }

    AuditEventAction action() {
        return action;
    }

    /** Code of the code system restful-interaction. */
    String code() {
        return code;
    }

    String profile() {
        return "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit." + profile;
    }

    /** The user reads what others wrote. In BALP this decides the user's participation type. */
    boolean discloses() {
        return this == READ || this == SEARCH;
    }

    /** A read moves data from the server to the client; in BALP every other interaction names the client the source. */
    boolean clientIsDestination() {
        return this == READ;
    }
}
