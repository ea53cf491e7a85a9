package org.chartwarden.standalone.command;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartwarden.model.Instruction;
import org.chartwarden.model.Severity;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.officer.Instructions;
import org.chartwarden.streams.rule.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether an address gets mails about a rule's alerts. */
abstract class MailSubscriptionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RuleSet ruleSet;

    @Option(names = "--rule", required = true, paramLabel = "ID", description = "The rule's id.")
    private String rule;

    @Option(
            names = "--address",
            required = true,
            paramLabel = "ADDRESS",
            description = "The recipient's address, name@host.")
    private String address;

    @Option(names = "--by", required = true, paramLabel = "OFFICER", description = "Who orders it: a user id.")
    private String officer;

    /** {@code chartwarden mail unsubscribe}. */
    @Command(
            name = "unsubscribe",
            description = {
                "Sends no more mails about a rule's alerts to an address. Nobody can be unsubscribed from critical ones.",
                "When all recipients are unsubscribed from a rule, nobody gets its alerts by mail."
            },
            mixinStandardHelpOptions = true)
    static final class Unsubscribe extends MailSubscriptionCommand {

        @Override
        public Integer call() throws InterruptedException {
            return order(true, "gets no more mails about alerts of");
        }
    }

    /** {@code chartwarden mail subscribe}. */
    @Command(
            name = "subscribe",
            description = "Takes back an unsubscription: alerts of the rule that still wait are mailed too.",
            mixinStandardHelpOptions = true)
    static final class Subscribe extends MailSubscriptionCommand {

        @Override
        public Integer call() throws InterruptedException {
            return order(false, "gets mails again about alerts of");
        }
    }

    Integer order(boolean unsubscribe, String what) throws InterruptedException {
        Settings settings = ruleSet.where().settings();
        Instruction order = instruction();
        if (unsubscribe) {
            requireUnsubscribable();
        }
        Instructions.write(
                settings, Instruction.newBuilder(order).setActive(unsubscribe).build());
        spec.commandLine().getOut().printf("%s %s %s%n", order.getAddress(), what, rule);
        return ExitCode.OK;
    }

    private Instruction instruction() {
        try {
            return Instructions.unsubscription(rule, address, officer, Instant.now());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void requireUnsubscribable() {
        Optional<Rule> known = ruleSet.rules().rules().stream()
                .filter(each -> each.id().equals(rule))
                .findFirst();
        if (known.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "There is no rule " + rule + ": ./chartwarden rules list names them all");
        }
        if (known.get().consequence().severity() == Severity.CRITICAL) {
            throw new ParameterException(
                    spec.commandLine(), "Alerts of " + rule + " are critical: nobody can be unsubscribed from them");
        }
    }
}
