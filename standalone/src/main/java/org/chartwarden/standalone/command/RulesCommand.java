package org.chartwarden.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden rules}: for the people who own the rules. */
@Command(
        name = "rules",
        description = "Shows, checks and tries the rules (docs/writing-rules.md says how to write one).",
        mixinStandardHelpOptions = true,
        subcommands = {
            RulesListCommand.class,
            RulesShowCommand.class,
            RulesLintCommand.class,
            RulesTestCommand.class,
            RulesBacktestCommand.class
        })
final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
