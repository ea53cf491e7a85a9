package org.chartwarden.standalone.command;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.chartwarden.model.Instruction;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.FoundAlert;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.officer.Instructions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden mail courtesy}. */
@Command(
        name = "courtesy",
        description = {
            "Releases a notice to the employee of an alert: it reminds that accesses are logged, and names no patient.",
            "It is sent this evening (mail.courtesy.time), or not at all; one for each alert. Off unless"
                    + " mail.courtesy=true."
        },
        mixinStandardHelpOptions = true)
final class MailCourtesyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Parameters(paramLabel = "ALERT-ID", description = "The alert's id, as its mail and its document have it.")
    private String alertId;

    @Option(
            names = "--address",
            required = true,
            paramLabel = "ADDRESS",
            description = "The employee's address, name@host.")
    private String address;

    @Option(names = "--by", required = true, paramLabel = "OFFICER", description = "Who releases it: a user id.")
    private String officer;

    @Option(names = "--take-back", description = "Do not send it after all, as long as it has not been sent.")
    private boolean takeBack;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = where.settings();
        if (!settings.flag(Setting.MAIL_COURTESY)) {
            throw new SettingsException(
                    "Courtesy notices are switched off: set mail.courtesy=true first. Nothing is" + " released.");
        }
        Instruction order = instruction(alert(settings));
        Instructions.write(settings, order);
        spec.commandLine()
                .getOut()
                .printf(
                        takeBack
                                ? "the notice about alert %s is taken back%n"
                                : "the notice about alert %s is released%n",
                        alertId);
        return ExitCode.OK;
    }

    private FoundAlert alert(Settings settings) throws IOException {
        try (AuditSearch search = AuditSearch.open(settings)) {
            return search.alert(alertId)
                    .orElseThrow(() -> new StackException("There is no alert " + alertId
                            + ": ./chartwarden export alerts prints them all. Nothing is released."));
        }
    }

    private Instruction instruction(FoundAlert alert) {
        try {
            Instruction order = Instructions.courtesy(alert, address, officer, Instant.now());
            return Instruction.newBuilder(order).setActive(!takeBack).build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
