package org.chartwarden.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.reconcile.Reconciliation;
import org.chartwarden.sink.reconcile.Reconciliation.Result;
import org.chartwarden.sink.reconcile.Span;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chartwarden reconcile}. */
@Command(
        name = "reconcile",
        description = {
            "Compares Kafka with Elasticsearch, document by document, and names what is missing, extra, of another revision"
                    + " or there twice.",
            "Exit code 0 when both agree, also after --refill; else 1."
        },
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Time.Converter.class,
            description =
                    "From this time on, such as 2026-01-31 or 2026-01-31T08:00:00Z; of accesses, when they happened.")
    private Time since;

    @Option(names = "--until", paramLabel = "TIME", converter = Time.Converter.class, description = "Before this time.")
    private Time until;

    @Option(names = "--refill", description = "Write what is missing or too old from Kafka, and compare again.")
    private boolean refill;

    @Option(names = "--hours", description = "Print every hour, not only those that differ.")
    private boolean hours;

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "Write every id in which they differ to a new file that only you can read.")
    private Path ids;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where ids are put meanwhile: some 160 bytes for each document (default: ${DEFAULT-VALUE}).")
    private Path work;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (ids != null && Files.exists(ids)) {
            throw new ParameterException(spec.commandLine(), ids + " is there already: --ids needs a new file.");
        }
        Settings settings = where.settings();
        Span span = span(settings);
        try (Reconciliation reconciliation = new Reconciliation(settings, Clock.systemUTC())) {
            Result result = compare(reconciliation, span);
            if (refill && result.tally().total().differ()) {
                long refused = reconciliation.refill(result.wanted(), span);
                spec.commandLine().getOut().printf("%nRefilled; Elasticsearch refused %,d. Compared again:%n", refused);
                result = compare(reconciliation, span);
            }
            return result.tally().total().differ() ? ExitCode.SOFTWARE : ExitCode.OK;
        } catch (UnavailableException e) {
            throw new StackException(e.getMessage(), e);
        }
    }

    private Span span(Settings settings) {
        try {
            return new Span(Time.at(since, settings), Time.at(until, settings));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Result compare(Reconciliation reconciliation, Span span)
            throws IOException, UnavailableException, InterruptedException {
        try (DifferenceList list = ids == null ? DifferenceList.bounded() : DifferenceList.into(ids)) {
            Result result = reconciliation.compare(span, work, list);
            ReconcilePrinter printer =
                    new ReconcilePrinter(new Terminal(spec.commandLine().getOut()), hours);
            printer.print(result.tally(), list);
            return result;
        }
    }
}
