package org.chartwarden.producers.simulator;

import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.Coding;

/** An interaction on a patient's record, and how IHE BALP 1.1 records it. */
enum Interaction {
    READ(AuditEventAction.R, "read", "PatientRead"),
    CREATE(AuditEventAction.C, "create", "PatientCreate"),
    UPDATE(AuditEventAction.U, "update", "PatientUpdate"),
    SEARCH(AuditEventAction.E, "search-type", "PatientQuery"),
    /** Printed or saved to a file: BALP has no profile for it, so it is told by the ISO 21089 lifecycle event. */
    EXPORT(AuditEventAction.E, "extract", null);

    private static final String RESTFUL = "http://hl7.org/fhir/restful-interaction";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";

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

    /** AuditEvent.subtype. */
    Coding subtype() {
        return new Coding().setSystem(this == EXPORT ? LIFECYCLE : RESTFUL).setCode(code);
    }

    Optional<String> profile() {
        return Optional.ofNullable(profile)
                .map(name -> "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit." + name);
    }

    /** The user reads what others wrote. In BALP this decides the user's participation type. */
    boolean discloses() {
        return this == READ || this == SEARCH || this == EXPORT;
    }

    /** A read moves data from the server to the client; in BALP every other interaction names the client the source. */
    boolean clientIsDestination() {
        return this == READ;
    }
}
