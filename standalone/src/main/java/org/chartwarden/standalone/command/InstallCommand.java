package org.chartwarden.standalone.command;

import java.util.concurrent.Callable;
import org.chartwarden.standalone.system.Contract;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden install}. */
@Command(
        name = "install",
        description = {
            "Creates the topics that are missing and registers the schemas with their compatibility.",
            "demo and up do this by themselves; a site with its own Kafka and registry runs it once for each version."
        },
        mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Override
    public Integer call() throws Exception {
        int created = Contract.install(where.settings());
        spec.commandLine().getOut().printf("%d topics created, the schemas are registered%n", created);
        return ExitCode.OK;
    }
}
