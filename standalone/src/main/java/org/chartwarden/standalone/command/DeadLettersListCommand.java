package org.chartwarden.standalone.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.deadletter.LetterBox;
import org.chartwarden.standalone.deadletter.LetterFacts;
import org.chartwarden.standalone.deadletter.Letters;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chartwarden dead-letters list}. */
@Command(
        name = "list",
        description = "Prints the dead letters that wait for somebody, the newest first. Never their content.",
        mixinStandardHelpOptions = true)
final class DeadLettersListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Mixin
    private DeadLettersFilter filter;

    @Option(names = "--all", description = "Also those that were replayed.")
    private boolean all;

    @Override
    public Integer call() {
        Settings settings = where.settings();
        List<LetterFacts> letters = new LetterBox(Letters.of(settings)).list(filter.of(settings, all));
        print(letters, new Terminal(spec.commandLine().getOut()));
        return ExitCode.OK;
    }

    static void print(List<LetterFacts> letters, Terminal terminal) {
        if (letters.isEmpty()) {
            terminal.line("No dead letter waits.");
            return;
        }
        letters.forEach(letter -> print(letter, terminal));
        terminal.line("");
        terminal.line("%,d dead letter%s, by reason:", letters.size(), letters.size() == 1 ? "" : "s");
        letters.stream().collect(Collectors.groupingBy(LetterFacts::reason, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> terminal.line("  %,8d  %s", entry.getValue(), entry.getKey()));
    }

    private static void print(LetterFacts letter, Terminal terminal) {
        terminal.line(
                "%s  %s  %s%s  %,d bytes%s",
                letter.id(),
                letter.time(),
                Words.typed(letter.stage()),
                letter.feed().map(feed -> "  " + feed).orElse(""),
                letter.bytes(),
                letter.replayedAt().map(time -> "  replayed " + time).orElse(""));
        terminal.line("    %s", letter.place());
        terminal.line("    %s", letter.reason());
    }
}
