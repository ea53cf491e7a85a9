package org.chartwarden.standalone.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.streams.rule.ExampleOutcome;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.streams.rule.RulePackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden rules test}. */
@Command(
        name = "test",
        description = {
            "Runs every rule's examples: those that must fire, and those that must stay silent.",
            "Exit code 0 when all do, else 1."
        },
        mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RuleFolder folder;

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        try {
            return print(terminal, RulePack.examples(folder.path()));
        } catch (RulePackException e) {
            e.problems().forEach(problem -> terminal.line("%s", problem));
            terminal.line("These files cannot be read as rules, so nothing was tested.");
            return ExitCode.SOFTWARE;
        }
    }

    private static int print(Terminal terminal, List<ExampleOutcome> outcomes) {
        String rule = "";
        for (ExampleOutcome outcome : outcomes) {
            if (!outcome.ruleId().equals(rule)) {
                rule = outcome.ruleId();
                terminal.line("%s", rule);
            }
            terminal.line("  %s", describe(outcome));
        }
        long rules = outcomes.stream().map(ExampleOutcome::ruleId).distinct().count();
        long failed = outcomes.stream().filter(outcome -> !isAsTold(outcome)).count();
        terminal.line("");
        terminal.line("%d rules, %d examples: %s", rules, outcomes.size(), failed == 0 ? "all pass" : failed + " fail");
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String describe(ExampleOutcome outcome) {
        String must = outcome.shouldFire() ? "fires " : "silent";
        return isAsTold(outcome)
                ? "✓ " + must + "  " + outcome.name()
                : "✗ " + must + "  " + outcome.name() + (outcome.fired() ? " (it fired)" : " (it stayed silent)");
    }

    private static boolean isAsTold(ExampleOutcome outcome) {
        return outcome.shouldFire() == outcome.fired();
    }
}
