package org.chartwarden.standalone.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartwarden.sink.search.RuleCounts;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.streams.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden rules list}. */
@Command(
        name = "list",
        description = {
            "Lists the built-in rules and the site's own.",
            "With a running system also how many alerts each has raised, and of these how many are open, were confirmed"
                    + " or dismissed by an officer, and closed themselves when late paperwork explained them."
        },
        mixinStandardHelpOptions = true)
final class RulesListCommand implements Callable<Integer> {

    private static final String RULE = "%-29s %3s  %-8s  %-10s  %-5s";
    private static final String COUNTS = " %6s %6s %9s %9s %11s";

    @Spec
    private CommandSpec spec;

    @Mixin
    private RuleSet ruleSet;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        List<Rule> rules = ruleSet.rules().rules();
        Optional<Map<String, RuleCounts>> counts = ruleSet.counts();
        String head = RULE.formatted("rule", "ver", "severity", "kind", "mails");
        terminal.line(
                "%s",
                counts.isPresent()
                        ? head + COUNTS.formatted("fired", "open", "confirmed", "dismissed", "self-closed")
                        : head.stripTrailing());
        for (Rule rule : rules) {
            String line = describe(rule)
                    + counts.map(known -> numbers(known.getOrDefault(rule.id(), RuleCounts.NONE)))
                            .orElse("");
            terminal.line("%s", line.stripTrailing());
        }
        terminal.line("%d rules", rules.size());
        if (counts.isEmpty()) {
            terminal.line("No Chartwarden runs here, so what they raised is not counted.");
        }
        return ExitCode.OK;
    }

    private static String describe(Rule rule) {
        return RULE.formatted(
                rule.id(),
                rule.version(),
                rule.consequence().severity().name().toLowerCase(Locale.ROOT),
                rule.detection().kind(),
                rule.consequence().mails() ? "yes" : "no");
    }

    private static String numbers(RuleCounts counts) {
        return COUNTS.formatted(
                counts.fired(), counts.open(), counts.confirmed(), counts.dismissed(), counts.selfClosed());
    }
}
