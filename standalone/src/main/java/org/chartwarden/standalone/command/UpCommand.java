package org.chartwarden.standalone.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.system.EmbeddedSystem;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chartwarden up}. */
@Command(
        name = "up",
        description = {
            "Starts the servers and the services, and keeps their data. Stop it with Ctrl-C.",
            "In another terminal, feed it through its doors or with context and ingest, and look with export and status."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final List<String> PORT_NAMES = List.of(
            "kafka", "registry", "elasticsearch", "mail", "http", "syslog-tls", "syslog-tcp", "syslog-udp", "mllp");

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolder folder;

    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description = "A fixed port instead of a free one. Names: kafka, registry, elasticsearch, mail, http,"
                    + " syslog-tls (with tls.keystore), syslog-tcp, syslog-udp, mllp.")
    private Map<String, Integer> ports = new TreeMap<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting that differs from the default, such as site.zone=Europe/Berlin.")
    private Map<String, String> changes = new TreeMap<>();

    @Override
    public Integer call() throws Exception {
        refuseUnknownPorts();
        Settings.of(changes); // refuses unknown keys before anything is started
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        terminal.line("Starting Chartwarden in %s", folder.site());
        EmbeddedSystem system =
                EmbeddedSystem.start(DataDirectory.open(folder.site()), ports, changes, terminal::ready);
        printPlaces(terminal, system);
        system.watch(message -> terminal.line("%s", message));
        return ExitCode.SOFTWARE;
    }

    private void refuseUnknownPorts() {
        for (String name : ports.keySet()) {
            if (!PORT_NAMES.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no port named " + name + ": the names are " + String.join(", ", PORT_NAMES));
            }
        }
    }

    static void printPlaces(Terminal terminal, EmbeddedSystem system) {
        terminal.heading("Chartwarden is up");
        Doors.of(system.services()).forEach((door, where) -> terminal.line("  %-15s %s", door, where));
        terminal.line(
                "  Elasticsearch   %s/chartwarden-alerts/_search?pretty",
                system.services().settings().text(Setting.ELASTICSEARCH_URL));
        terminal.line("  Rules           %s (a site's own; read whenever they change)", system.ruleFolder());
        terminal.line("  Mails           %s", system.mailFolder());
        terminal.line("  Logs            %s", system.logFolder());
        terminal.line("  Stop            Ctrl-C");
    }
}
