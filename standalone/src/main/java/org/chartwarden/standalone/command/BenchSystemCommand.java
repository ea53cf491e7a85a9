package org.chartwarden.standalone.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.chartwarden.standalone.bench.BenchPage;
import org.chartwarden.standalone.bench.BenchPeople;
import org.chartwarden.standalone.bench.system.SystemBench;
import org.chartwarden.standalone.bench.system.SystemResult;
import org.chartwarden.standalone.bench.system.SystemSection;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chartwarden bench system}. */
@Command(
        name = "system",
        description = {
            "Sends accesses through the whole stack: Kafka, topology, Elasticsearch.",
            "First all at once, until the last one is indexed, and looks whether any was lost; then at half of the rate"
                    + " that was sustained, and measures how late accesses and alerts are in Elasticsearch."
        },
        mixinStandardHelpOptions = true)
final class BenchSystemCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolder folder;

    @Option(names = "--events", defaultValue = "1000000", description = "Accesses (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--patients", defaultValue = "100000", description = "Patients (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "How long they come at half of the rate (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--page", paramLabel = "FILE", description = "Also writes its section of this file, in Markdown.")
    private Path page;

    @Override
    public Integer call() throws Exception {
        if (events < 1 || seconds < 1 || patients < BenchPeople.DEPARTMENTS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--events and --seconds must be 1 or more, --patients " + BenchPeople.DEPARTMENTS + " or more");
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        terminal.line("Starting Kafka, the registry, Elasticsearch and the services in %s", folder.bench());
        SystemResult result =
                SystemBench.run(folder.bench(), events, patients, Duration.ofSeconds(seconds), terminal::ready);
        SystemSection.table(result).forEach(line -> terminal.line("%s", line));
        if (page != null) {
            BenchPage.write(page, SystemSection.TITLE, SystemSection.of(result));
        }
        return result.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
