package org.chartwarden.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.chartwarden.standalone.terminal.Terminal;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.streams.rule.RulePackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chartwarden rules lint}. */
@Command(
        name = "lint",
        description = {
            "Reads all rules as the topology does, and prints everything that is wrong as FILE:LINE:COLUMN.",
            "Exit code 0 when a running system would take them, else 1."
        },
        mixinStandardHelpOptions = true)
final class RulesLintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RuleFolder folder;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        Optional<Path> path = folder.path();
        try {
            int rules = RulePack.load(path).rules().size();
            terminal.line("%s", path.isPresent() ? files(path.get()) : "Only the built-in rules are read.");
            terminal.line("%d rules are fine", rules);
            return ExitCode.OK;
        } catch (RulePackException e) {
            e.problems().forEach(problem -> terminal.line("%s", problem));
            int count = e.problems().size();
            terminal.line("%d %s: none of the folder's files would be taken", count, count == 1 ? "error" : "errors");
            return ExitCode.SOFTWARE;
        }
    }

    private static String files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long count = files.filter(file -> file.toString().endsWith(".yaml")).count();
            return "%d %s in %s, beside the built-in rules".formatted(count, count == 1 ? "file" : "files", folder);
        }
    }
}
