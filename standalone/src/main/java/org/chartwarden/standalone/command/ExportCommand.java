package org.chartwarden.standalone.command;

import java.io.BufferedOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden export}. */
@Command(
        name = "export",
        description = {
            "Prints accesses or alerts from Elasticsearch as NDJSON, oldest first.",
            "Waits first until what is already in Kafka has arrived in Elasticsearch."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    /** What can be exported. */
    enum What {
        ACCESSES,
        ALERTS;

        /** As it is typed. */
        @Override
        public String toString() {
            return Words.typed(this);
        }

        /** Reads it. */
        static final class Converter implements ITypeConverter<What> {

            @Override
            public What convert(String value) {
                return Words.read(What.values(), value);
            }
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Parameters(paramLabel = "accesses|alerts", converter = What.Converter.class, description = "What to print.")
    private What what;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Time.Converter.class,
            description = "From this time on, such as 2026-01-31 or 2026-01-31T08:00:00Z.")
    private Time since;

    @Option(names = "--until", paramLabel = "TIME", converter = Time.Converter.class, description = "Before this time.")
    private Time until;

    @Option(names = "--user", paramLabel = "ID", description = "Only of this user.")
    private String user;

    @Option(names = "--patient", paramLabel = "ID", description = "Only of this patient's record.")
    private String patient;

    @Override
    public Integer call() throws Exception {
        Settings settings = where.settings();
        Arrivals.await(settings, spec.commandLine().getErr(), "what follows is not complete");
        try (AuditSearch search = AuditSearch.open(settings);
                PrintWriter out = new PrintWriter(
                        new OutputStreamWriter(new BufferedOutputStream(System.out), StandardCharsets.UTF_8))) {
            AuditSearch.Filter filter =
                    new AuditSearch.Filter(Time.at(since, settings), Time.at(until, settings), user, patient);
            Consumer<String> printer = line -> out.print(line + "\n");
            switch (what) {
                case ACCESSES -> search.accesses(filter, printer);
                case ALERTS -> search.alerts(filter, printer);
            }
        }
        return ExitCode.OK;
    }
}
