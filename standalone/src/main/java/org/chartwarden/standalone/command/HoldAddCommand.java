package org.chartwarden.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.chartwarden.model.Instruction;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.officer.HoldSubject;
import org.chartwarden.standalone.officer.HoldSubject.Kind;
import org.chartwarden.standalone.officer.Instructions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden hold add}. */
@Command(
        name = "add",
        description =
                "Keeps documents beyond their retention, those that arrive later too, until the hold is released.",
        mixinStandardHelpOptions = true)
final class HoldAddCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Mixin
    private HoldOrder order;

    @Override
    public Integer call() throws IOException, InterruptedException {
        HoldSubject subject = order.subject(spec);
        Instruction hold = order.instruction(spec, true);
        Settings settings = where.settings();
        if (subject.kind() == Kind.ALERT) {
            requireAlert(settings, subject.id());
        }
        Instructions.write(settings, hold);
        spec.commandLine().getOut().printf("%s is under legal hold%n", HoldOrder.words(subject));
        return ExitCode.OK;
    }

    private static void requireAlert(Settings settings, String alertId) throws IOException {
        try (AuditSearch search = AuditSearch.open(settings)) {
            if (search.alert(alertId).isEmpty()) {
                throw new StackException("There is no alert " + alertId
                        + ": ./chartwarden export alerts prints them all. Nothing is held.");
            }
        }
    }
}
