package org.chartwarden.standalone.command;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chartwarden.standalone.bench.BenchPage;
import org.chartwarden.standalone.bench.topology.Measurement;
import org.chartwarden.standalone.bench.topology.Plan;
import org.chartwarden.standalone.bench.topology.TopologyBench;
import org.chartwarden.standalone.bench.topology.TopologySection;
import org.chartwarden.standalone.bench.topology.TopologyTable;
import org.chartwarden.standalone.bench.topology.Variant;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chartwarden bench topology}. */
@Command(
        name = "topology",
        description = {
            "Measures what the topology costs, part by part, on a broker of its own.",
            "Its topics are filled, then it reads them: events a second until the last one has come out, and processor"
                    + " time an event, which is steadier on a machine that others use, too."
        },
        mixinStandardHelpOptions = true)
final class BenchTopologyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolder folder;

    @Option(
            names = "--events",
            defaultValue = "100000",
            description = "Accesses of one run; ten times as many for a pass-through (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--runs", defaultValue = "3", description = "Runs of each topology (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--patients",
            defaultValue = "100000",
            description = "Patients, against ten times as many (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(
            names = "--only",
            paramLabel = "TOPOLOGY",
            description = "Only these: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Variant> only;

    @Option(names = "--page", paramLabel = "FILE", description = "Also writes its section of this file, in Markdown.")
    private Path page;

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description = "Also puts a flight recording of each topology into this folder.")
    private Path recordings;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        terminal.line("Starting Kafka and the registry in %s", folder.bench());
        TopologyTable.HEAD.forEach(line -> terminal.line("%s", line));
        Map<Variant, Measurement> measured = TopologyBench.run(
                folder.bench(),
                plan(),
                only == null ? EnumSet.allOf(Variant.class) : EnumSet.copyOf(only),
                Optional.ofNullable(recordings),
                terminal::ready,
                (variant, result) -> terminal.line("%s", TopologyTable.row(variant, result)));
        List.of(TopologyTable.goals(measured), TopologyTable.limits(measured)).forEach(table -> {
            terminal.line("");
            table.forEach(line -> terminal.line("%s", line));
        });
        if (page != null) {
            BenchPage.write(page, TopologySection.TITLE, TopologySection.of(plan(), measured));
        }
        return ExitCode.OK;
    }

    private Plan plan() {
        try {
            return new Plan(events, runs, patients);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
