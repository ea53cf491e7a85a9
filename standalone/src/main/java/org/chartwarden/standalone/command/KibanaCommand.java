package org.chartwarden.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden kibana}. */
@Command(
        name = "kibana",
        description = "Data views, saved searches and dashboards for Kibana 8.19 and 9.x.",
        mixinStandardHelpOptions = true,
        subcommands = {KibanaImportCommand.class, KibanaExportCommand.class})
final class KibanaCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
