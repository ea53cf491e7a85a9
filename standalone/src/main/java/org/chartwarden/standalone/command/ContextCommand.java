package org.chartwarden.standalone.command;

import org.chartwarden.producers.fhir.FhirFeed;
import picocli.CommandLine.Command;

/** {@code chartwarden context}. */
@Command(
        name = "context",
        description = {
            "The same as ingest --as fhir-context: reads what explains accesses, as NDJSON, as single resources or in"
                    + " Bundles: FHIR R4 Patient, RelatedPerson, Encounter, Appointment, CareTeam, ServiceRequest,"
                    + " MedicationRequest, ResearchSubject, Practitioner, PractitionerRole and Device."
        },
        mixinStandardHelpOptions = true)
final class ContextCommand extends InputCommand {

    @Override
    String feed() {
        return FhirFeed.CONTEXT;
    }
}
