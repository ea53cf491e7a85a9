package org.chartwarden.producers.fhir;

import java.util.List;

/** The resource types that are taken, by their names in FHIR. */
public final class FhirTypes {

    /** Read by the feed {@link FhirFeed#AUDIT}. */
    public static final String AUDIT_EVENT = AuditEventReader.AUDIT_EVENT;

    /** Read by the feed {@link FhirFeed#CONTEXT}. */
    public static final List<String> CONTEXT = List.of(
            "Patient",
            "Encounter",
            "Appointment",
            "CareTeam",
            "ServiceRequest",
            "MedicationRequest",
            "ResearchSubject",
            "RelatedPerson",
            "Practitioner",
            "PractitionerRole",
            "Device",
            "Location",
            "Organization");

    private FhirTypes() {}
}
