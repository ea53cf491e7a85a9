package org.chartwarden.standalone.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.sink.mail.engine.MailedRule;
import org.chartwarden.sink.mail.engine.RoutingTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden mail check}. */
@Command(
        name = "check",
        description = {
            "Names everything that is wrong in a file of recipients, else shows who would get what.",
            "Needs nothing that runs. Who was unsubscribed is not shown. Exit code 2 when the file is refused."
        },
        mixinStandardHelpOptions = true)
final class MailCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RuleSet ruleSet;

    @Parameters(
            paramLabel = "RECIPIENTS-FILE",
            arity = "0..1",
            description = "The file (default: the setting mail.recipients.file; when there is none, mail.to).")
    private Path file;

    @Override
    public Integer call() {
        List<MailedRule> rules = ruleSet.rules().rules().stream()
                .filter(rule -> rule.consequence().mails())
                .map(rule -> new MailedRule(rule.id(), rule.consequence().severity()))
                .toList();
        Settings settings = ruleSet.where().settingsToRead();
        try {
            RoutingTable.of(file == null ? settings : with(settings), rules)
                    .forEach(spec.commandLine().getOut()::println);
            return ExitCode.OK;
        } catch (SettingsException e) { // each problem on a line of its own
            e.getMessage().lines().forEach(spec.commandLine().getErr()::println);
            return ExitCode.USAGE;
        }
    }

    private Settings with(Settings settings) {
        return settings.with(Map.of(Setting.MAIL_RECIPIENTS_FILE.key(), file.toString()));
    }
}
