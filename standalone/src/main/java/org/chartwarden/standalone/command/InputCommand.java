package org.chartwarden.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.chartwarden.producers.file.InputFiles;
import org.chartwarden.producers.ingest.Ingest;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.producers.ingest.Preview;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files, folders or standard input into Kafka, or only shows how they would be read. */
abstract class InputCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Option(
            names = "--dry-run",
            description = "Send nothing, and need nothing that runs: show the first records as they would be read,"
                    + " contents and all, and count what would be refused and why. What a full snapshot would remove"
                    + " is not looked up. Exit code 1 if all would be refused.")
    private boolean dryRun;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many records --dry-run shows (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Parameters(
            paramLabel = "FILE|DIR|-",
            description = "A file, a folder (with all below it), or - for standard input. Each may be compressed by"
                    + " gzip.")
    private String input;

    /** The name of the feed. */
    abstract String feed();

    /** The settings to read with. */
    Settings adjusted(Settings settings) {
        return settings;
    }

    @Override
    public Integer call() throws Exception {
        if (!isStandardInput()) {
            requireReadable(Path.of(input));
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        return dryRun ? preview(terminal) : ingest(terminal);
    }

    private int ingest(Terminal terminal) throws IOException {
        Settings settings = adjusted(where.settings());
        Refusals refusals = new Refusals();
        long start = System.nanoTime();
        try (Ingest ingest = Ingest.open(settings, new Counters(ServiceEndpoint.newMeters()))) {
            IngestReport report = read(ingest, refusals);
            terminal.line("%s", summary(report, Duration.ofNanos(System.nanoTime() - start)));
            refusals.print(terminal, "Dead letters (./chartwarden dead-letters list shows all):");
        }
        return ExitCode.OK;
    }

    private int preview(Terminal terminal) throws IOException {
        Refusals refusals = new Refusals();
        Preview preview = new Preview(rows);
        try (Ingest ingest = Ingest.open(adjusted(where.settingsToRead()), preview)) {
            IngestReport report = read(ingest, refusals);
            preview.first().forEach(shown -> PreviewPrinter.print(shown, terminal));
            terminal.line(
                    "Nothing was sent. Of %,d records %,d would be taken, %,d refused; %,d are not needed",
                    report.read(), report.produced(), report.deadLettered(), report.ignored());
            refusals.print(terminal, "Would be refused:");
            boolean allRefused = report.read() > 0 && report.deadLettered() == report.read();
            return allRefused ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }

    private IngestReport read(Ingest ingest, Refusals refusals) throws IOException {
        if (!ingest.feeds().contains(feed())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no feed \"%s\"; the feeds are %s".formatted(feed(), String.join(", ", ingest.feeds())));
        }
        if (isStandardInput()) {
            return ingest.read(feed(), System.in, "standard input", refusals);
        }
        Path path = Path.of(input);
        try (TransferBar bar = new TransferBar(size(path), refusals)) {
            return ingest.read(feed(), path, bar);
        }
    }

    private static long size(Path path) throws IOException {
        long size = 0;
        for (Path file : InputFiles.of(path)) {
            size += Files.size(file);
        }
        return size;
    }

    private boolean isStandardInput() {
        return input.equals(STANDARD_INPUT);
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

    private static String summary(IngestReport report, Duration elapsed) {
        String counts = "%,d read, %,d produced, %,d dead-lettered"
                .formatted(report.read(), report.produced(), report.deadLettered());
        String all = report.ignored() == 0 ? counts : counts + ", %,d not needed".formatted(report.ignored());
        double seconds = Math.max(1, elapsed.toMillis()) / 1000.0;
        return all + "; %,.0f records a second".formatted(report.read() / seconds);
    }
}
