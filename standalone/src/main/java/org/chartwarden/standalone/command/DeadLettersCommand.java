package org.chartwarden.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden dead-letters}: for the people who connect the feeds. */
@Command(
        name = "dead-letters",
        description = "Shows what could not be understood or stored, and puts it back on its way.",
        mixinStandardHelpOptions = true,
        subcommands = {DeadLettersListCommand.class, DeadLettersShowCommand.class, DeadLettersReplayCommand.class})
final class DeadLettersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
