package org.chartwarden.standalone.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartwarden.standalone.bench.BenchPage;
import org.chartwarden.standalone.bench.DoorBenchRun;
import org.chartwarden.standalone.bench.DoorSection;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chartwarden bench doors}. */
@Command(
        name = "doors",
        description = {
            "Loads each listener and the inbox, one after the other, with the whole system behind them.",
            "Taken: events a second that Kafka acknowledged. Sustained: the same events, over the time until the slowest"
                    + " reader behind the door had read them all."
        },
        mixinStandardHelpOptions = true)
final class BenchDoorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolder folder;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "How long each door is loaded (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--connections",
            defaultValue = "8",
            description = "Connections that send at the same time (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--page", paramLabel = "FILE", description = "Also writes its section of this file, in Markdown.")
    private Path page;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        DoorBenchRun run = new DoorBenchRun(folder.bench(), connections, Duration.ofSeconds(seconds));
        terminal.line("Starting Kafka, the registry, Elasticsearch and the services in %s", folder.bench());
        List<String> rows = run.run(terminal::ready, line -> terminal.line("%s", line));
        if (page != null) {
            BenchPage.write(page, DoorSection.TITLE, DoorSection.of(Duration.ofSeconds(seconds), rows));
        }
        return ExitCode.OK;
    }
}
