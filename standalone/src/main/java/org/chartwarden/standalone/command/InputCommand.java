package org.chartwarden.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files, folders or standard input into Kafka. */
abstract class InputCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Parameters(
            paramLabel = "FILE|DIR|-",
            description = "A file, a folder (with all below it), or - for standard input.")
    private String input;

    @Override
    public Integer call() throws Exception {
        Path path = Path.of(input);
        if (!input.equals(STANDARD_INPUT)) {
            requireReadable(path);
        }
        try (Ingest ingest = Ingest.open(where.settings(), new Counters(ServiceEndpoint.newMeters()))) {
            IngestReport report = input.equals(STANDARD_INPUT) ? readStandardInput(ingest) : read(ingest, path);
            spec.commandLine().getOut().println(summary(report));
        }
        return ExitCode.OK;
    }

    private void requireReadable(Path path) throws IOException {
        if (input.isBlank() || !Files.isReadable(path)) {
            throw new ParameterException(spec.commandLine(), "There is no readable file or folder \"" + input + '"');
        }
        if (where.holdsData(path)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The folder " + input + " holds Chartwarden's own data: name the folder of the feed");
        }
    }

    abstract IngestReport read(Ingest ingest, Path path) throws IOException;

    abstract IngestReport readStandardInput(Ingest ingest) throws IOException;

    private static String summary(IngestReport report) {
        String counts = "%,d read, %,d produced, %,d dead-lettered"
                .formatted(report.read(), report.produced(), report.deadLettered());
        return report.ignored() == 0 ? counts : counts + ", %,d not needed".formatted(report.ignored());
    }
}
