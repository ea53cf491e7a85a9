package org.chartwarden.standalone.command;

import java.util.concurrent.Callable;
import org.chartwarden.model.Instruction;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.officer.HoldSubject;
import org.chartwarden.standalone.officer.Holds;
import org.chartwarden.standalone.officer.Instructions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden hold release}. */
@Command(
        name = "release",
        description = "Takes a legal hold back: what is past its retention, and under no other hold, is deleted.",
        mixinStandardHelpOptions = true)
final class HoldReleaseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Mixin
    private HoldOrder order;

    @Override
    public Integer call() throws InterruptedException {
        HoldSubject subject = order.subject(spec);
        Instruction release = order.instruction(spec, false);
        Settings settings = where.settings();
        if (!Holds.isInForce(settings, subject)) {
            throw new StackException("There is no legal hold on " + HoldOrder.words(subject)
                    + ": ./chartwarden hold list prints them all. Nothing is released.");
        }
        Instructions.write(settings, release);
        spec.commandLine().getOut().printf("the legal hold on %s is released%n", HoldOrder.words(subject));
        return ExitCode.OK;
    }
}
