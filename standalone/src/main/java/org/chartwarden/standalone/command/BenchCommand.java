package org.chartwarden.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden bench}. */
@Command(
        name = "bench",
        description = "Measures on this machine, with real servers.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchDoorsCommand.class, BenchTopologyCommand.class, BenchSystemCommand.class})
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
