package org.chartwarden.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.producers.ingest.IngestReport;
import picocli.CommandLine.Command;

/** {@code chartwarden ingest}. */
@Command(
        name = "ingest",
        description = {
            "Reads access events: FHIR R4 AuditEvents as NDJSON, as single resources or in Bundles.",
            "What cannot be read goes to the dead-letter topic, and the rest goes on. The counts are those that Kafka"
                    + " has acknowledged."
        },
        mixinStandardHelpOptions = true)
final class IngestCommand extends InputCommand {

    @Override
    IngestReport read(Ingest ingest, Path path) throws IOException {
        return ingest.audit(path);
    }

    @Override
    IngestReport readStandardInput(Ingest ingest) throws IOException {
        return ingest.audit(System.in, "standard input");
    }
}
