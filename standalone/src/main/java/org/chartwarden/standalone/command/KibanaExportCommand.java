package org.chartwarden.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chartwarden.sink.kibana.KibanaObjects;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden kibana export}. */
@Command(
        name = "export",
        description = "Writes the objects into a file that Kibana's page Saved Objects imports (NDJSON).",
        mixinStandardHelpOptions = true)
final class KibanaExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file; its name must end with .ndjson: Kibana goes by that.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        String objects = KibanaObjects.ndjson();
        Files.writeString(file, objects);
        spec.commandLine().getOut().printf("%d objects in %s%n", objects.lines().count(), file);
        return ExitCode.OK;
    }
}
