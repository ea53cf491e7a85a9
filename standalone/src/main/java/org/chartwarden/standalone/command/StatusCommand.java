package org.chartwarden.standalone.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.check.Drain;
import org.chartwarden.standalone.check.Health;
import org.chartwarden.standalone.check.Health.Part;
import org.chartwarden.standalone.deadletter.LetterBox;
import org.chartwarden.standalone.deadletter.Letters;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden status}. */
@Command(
        name = "status",
        description = {
            "Shows the health of each part, what each service and each source has counted since its start, and how many"
                    + " records each reader has still to read.",
            "Exit code 0 when all parts are well, else 1."
        },
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final long WORTH_READING = 10_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Override
    public Integer call() throws Exception {
        Settings settings = where.settings();
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        Health health = new Health(settings);
        List<Part> servers = health.servers();
        List<Part> services = health.services(where.servicePorts());
        terminal.heading("Servers");
        servers.forEach(part -> print(terminal, part));
        if (!services.isEmpty()) {
            terminal.heading("Services (counts since their start)");
            services.forEach(part -> print(terminal, part));
            SourceTable.print(terminal, health.sources(where.servicePorts()));
        }
        if (servers.get(0).well()) {
            terminal.heading("Still to read");
            try (Drain drain = new Drain(settings)) {
                terminal.line(waiting(drain.deadLetterVersions(), new LetterBox(Letters.of(settings))));
                for (Drain.Stage stage : drain.stages()) {
                    terminal.line("  %,8d  %s by %s", drain.lag(stage), stage.topic(), stage.group());
                }
            }
        }
        boolean well =
                servers.stream().allMatch(Part::well) && services.stream().allMatch(Part::well);
        return well ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** @param versions of dead letters, replayed ones too: to see which wait, they are read whole */
    static String waiting(long versions, LetterBox box) {
        String topic = Topics.DEAD_LETTER.name();
        return versions > WORTH_READING
                ? "  %,8d  %s by somebody at most: dead-letters list says how many".formatted(versions, topic)
                : "  %,8d  %s by somebody".formatted(versions == 0 ? 0 : box.waiting(), topic);
    }

    private static void print(Terminal terminal, Part part) {
        terminal.line("  %-14s %-4s %s", part.name(), part.well() ? "ok" : "ILL", part.detail());
    }
}
