package org.chartwarden.standalone.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chartwarden.settings.Setting;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.demo.DemoReport;
import org.chartwarden.standalone.demo.ReportPrinter;
import org.chartwarden.standalone.demo.SimulatedRun;
import org.chartwarden.standalone.system.EmbeddedSystem;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code chartwarden demo}. */
@Command(
        name = "demo",
        description = {
            "Runs a simulated hospital day through real servers, and shows the alerts, the mails and a scorecard.",
            "Every run starts anew. Afterwards everything stays up, to be looked at, until Ctrl-C."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    /**
     * A day passes here within a minute, and so does its late paperwork. On a machine that is so slow that it comes even
     * later, it explains alerts that are open and mailed already.
     */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** They all go out within the minute in which the weeks are played. */
    private static final String MAILS_OF_NINE_WEEKS = "10000";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolder folder;

    @Option(
            names = "--once",
            description = "Stop after the scorecard: exit code 0 only if every planted incident was found, no innocent"
                    + " was accused, no event was lost, and each open alert was mailed once.")
    private boolean once;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another seed is another hospital (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--day",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The simulated day (default: yesterday).")
    private LocalDate day;

    @Override
    public Integer call() throws Exception {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        LocalDate simulated = day == null ? yesterday : day;
        if (simulated.isAfter(yesterday)) {
            throw new ParameterException(spec.commandLine(), "The day must be over: " + yesterday + " or earlier");
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        terminal.line("Starting Kafka, the registry, Elasticsearch and the services in %s", folder.demo());
        DataDirectory data = DataDirectory.openEmpty(folder.demo());
        Map<String, String> changes = Map.of(
                Setting.ALERT_GRACE.key(), GRACE.toString(), Setting.MAIL_HOURLY_LIMIT.key(), MAILS_OF_NINE_WEEKS);
        try (EmbeddedSystem system = EmbeddedSystem.start(data, Map.of(), changes, terminal::ready)) {
            DemoReport report = new SimulatedRun(system, terminal).run(seed, simulated);
            new ReportPrinter(report, terminal).print();
            if (once) {
                return report.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
            }
            UpCommand.printPlaces(terminal, system);
            system.watch(message -> terminal.line("%s", message));
            return ExitCode.SOFTWARE;
        }
    }

    /** A calendar day. */
    static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + value + "' is not a day such as 2026-01-31");
            }
        }
    }
}
