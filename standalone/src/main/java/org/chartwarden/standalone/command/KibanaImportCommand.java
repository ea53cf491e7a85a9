package org.chartwarden.standalone.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.kibana.ImportResult;
import org.chartwarden.sink.kibana.KibanaImport;
import org.chartwarden.sink.kibana.KibanaObjects;
import org.chartwarden.sink.kibana.KibanaSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chartwarden kibana import}. */
@Command(
        name = "import",
        description = {
            "Puts the objects into Kibana; those of an earlier import are replaced, others are left alone.",
            "Waits until Kibana has started. Exit code 1 when anything was not taken."
        },
        mixinStandardHelpOptions = true)
final class KibanaImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Kibana, with its base path (default: the setting kibana.url).")
    private String url;

    @Option(names = "--space", paramLabel = "ID", description = "The space (default: the default one).")
    private String space;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "PT3M",
            description = "How long Kibana may take to start (ISO 8601, default ${DEFAULT-VALUE}).")
    private Duration wait;

    @Override
    public Integer call() throws Exception {
        Settings settings = where.settingsIfRunning().orElseGet(() -> Settings.load(null, System.getenv()));
        KibanaSettings kibana = KibanaSettings.of(settings, Optional.ofNullable(url), Optional.ofNullable(space));
        ImportResult result = new KibanaImport(kibana).run(KibanaObjects.ndjson(), wait);
        PrintWriter out = spec.commandLine().getOut();
        result.imported().forEach(object -> out.printf("  %-14s %s%n", object.type(), object.title()));
        out.printf("%d objects are in %s%n", result.imported().size(), kibana.url());
        result.problems().forEach(problem -> spec.commandLine().getErr().println("chartwarden: " + problem));
        return result.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
