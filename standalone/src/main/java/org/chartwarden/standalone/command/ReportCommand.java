package org.chartwarden.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden report}. */
@Command(
        name = "report",
        description = "Makes what people ask for in writing.",
        mixinStandardHelpOptions = true,
        subcommands = ReportEvidenceCommand.class)
final class ReportCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
