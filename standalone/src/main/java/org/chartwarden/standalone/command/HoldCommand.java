package org.chartwarden.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden hold}. */
@Command(
        name = "hold",
        description = "Legal holds: what is not deleted, however old it is.",
        mixinStandardHelpOptions = true,
        subcommands = {HoldAddCommand.class, HoldListCommand.class, HoldReleaseCommand.class})
final class HoldCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
