package org.chartwarden.standalone.command;

import java.util.concurrent.Callable;
import org.chartwarden.sink.search.RuleCounts;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.streams.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden rules show}. */
@Command(
        name = "show",
        description = "Prints a rule as its file has it, and with a running system what became of its alerts.",
        mixinStandardHelpOptions = true)
final class RulesShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RuleSet ruleSet;

    @Parameters(paramLabel = "ID", description = "The rule's id.")
    private String id;

    @Override
    public Integer call() throws Exception {
        Rule rule = ruleSet.rules().rules().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no rule " + id + ": ./chartwarden rules list names them all"));
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        terminal.line("%s", rule.source().stripTrailing());
        terminal.line("");
        ruleSet.counts()
                .ifPresentOrElse(
                        counts -> print(terminal, counts.getOrDefault(id, RuleCounts.NONE)),
                        () -> terminal.line("# No Chartwarden runs here, so what it raised is not counted."));
        return ExitCode.OK;
    }

    /** As a comment, so that what is printed is still a rule file. */
    private static void print(Terminal terminal, RuleCounts counts) {
        terminal.line(
                "# %,d alerts: %,d provisional, %,d open, %,d confirmed, %,d dismissed, %,d closed themselves",
                counts.fired(),
                counts.provisional(),
                counts.open(),
                counts.confirmed(),
                counts.dismissed(),
                counts.selfClosed());
    }
}
