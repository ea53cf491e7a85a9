package org.chartwarden.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.producers.ingest.IngestReport;
import picocli.CommandLine.Command;

/** {@code chartwarden context}. */
@Command(
        name = "context",
        description = {
            "Reads what explains accesses, as NDJSON, as single resources or in Bundles: FHIR R4 Patient,"
                    + " RelatedPerson, Encounter, Appointment, CareTeam, ServiceRequest, MedicationRequest,"
                    + " ResearchSubject, Practitioner, PractitionerRole and Device."
        },
        mixinStandardHelpOptions = true)
final class ContextCommand extends InputCommand {

    @Override
    IngestReport read(Ingest ingest, Path path) throws IOException {
        return ingest.context(path);
    }

    @Override
    IngestReport readStandardInput(Ingest ingest) throws IOException {
        return ingest.context(System.in, "standard input");
    }
}
