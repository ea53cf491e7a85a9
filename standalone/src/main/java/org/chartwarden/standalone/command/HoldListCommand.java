package org.chartwarden.standalone.command;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chartwarden.model.Instruction;
import org.chartwarden.standalone.officer.HoldSubject;
import org.chartwarden.standalone.officer.Holds;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden hold list}. */
@Command(
        name = "list",
        description = "Prints the legal holds that are in force, the oldest first.",
        mixinStandardHelpOptions = true)
final class HoldListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Override
    public Integer call() {
        print(Holds.inForce(where.settings()), new Terminal(spec.commandLine().getOut()));
        return ExitCode.OK;
    }

    static void print(List<Instruction> holds, Terminal terminal) {
        if (holds.isEmpty()) {
            terminal.line("No legal hold is in force.");
        }
        for (Instruction hold : holds) {
            String note = Objects.requireNonNullElse(hold.getNote(), "");
            terminal.line(
                    "%s  %s  by %s%s",
                    hold.getAt(),
                    HoldOrder.words(HoldSubject.of(hold)),
                    hold.getBy(),
                    note.isEmpty() ? "" : "  " + note);
        }
    }
}
