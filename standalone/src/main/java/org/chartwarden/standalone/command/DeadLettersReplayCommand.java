package org.chartwarden.standalone.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chartwarden.producers.AllFeeds;
import org.chartwarden.producers.kafka.KafkaOutput;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.deadletter.KafkaWayBack;
import org.chartwarden.standalone.deadletter.Letters;
import org.chartwarden.standalone.deadletter.Replay;
import org.chartwarden.standalone.deadletter.ReplayResult;
import org.chartwarden.standalone.deadletter.ReplayResult.Fate;
import org.chartwarden.standalone.deadletter.ReplayRun;
import org.chartwarden.standalone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chartwarden dead-letters replay}. */
@Command(
        name = "replay",
        description = {
            "Puts dead letters back on their way, as they are or corrected, and marks those that Kafka took.",
            "What is still refused stays, and the new reason is printed; the exit code is 1 then."
        },
        mixinStandardHelpOptions = true)
final class DeadLettersReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where;

    @Mixin
    private DeadLettersFilter filter;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The letters' ids, as list prints them.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "All that wait, or those of them that the filters mean.")
    private boolean all;

    @Option(
            names = "--file",
            paramLabel = "CORRECTED",
            description = "Read this file in place of the content of the one letter that is named.")
    private Path corrected;

    @Option(names = "--again", description = "Also a letter that was replayed before.")
    private boolean again;

    @Option(names = "--dry-run", description = "Say what would happen, and send nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        requireClear();
        Optional<byte[]> content = content();
        Settings settings = where.settings();
        Letters letters = Letters.of(settings);
        try (KafkaOutput output = KafkaOutput.open(settings);
                KafkaWayBack wayBack = new KafkaWayBack(settings)) {
            Clock clock = Clock.systemUTC();
            Replay replay = new Replay(AllFeeds.of(settings, clock), output, wayBack, clock, dryRun);
            ReplayRun run = new ReplayRun(letters, replay);
            Set<String> selected = all ? run.select(filter.of(settings, again)) : run.select(ids, again);
            return run(run, selected, content, new Terminal(spec.commandLine().getOut()));
        }
    }

    private void requireClear() {
        if (all == !ids.isEmpty()) {
            throw wrong("Name the letters' ids, or --all with or without filters; not both");
        }
        if (!all && filter.isGiven()) {
            throw wrong("Filters go with --all, not with ids");
        }
        if (corrected != null && ids.size() != 1) {
            throw wrong("--file stands for the content of one letter: name its id alone");
        }
        if (corrected != null && !Files.isReadable(corrected)) {
            throw wrong("There is no readable file " + corrected);
        }
    }

    /** A redirection that failed leaves an empty file, and a blank record is understood as one that nobody needs. */
    private Optional<byte[]> content() throws IOException {
        if (corrected == null) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(corrected);
        if (new String(content, StandardCharsets.ISO_8859_1).isBlank()) {
            throw wrong("The file " + corrected + " is empty: it must hold the corrected record");
        }
        return Optional.of(content);
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    static int run(ReplayRun run, Set<String> selected, Optional<byte[]> content, Terminal terminal) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        run.run(selected, content, result -> {
            counts.merge(result.fate(), 1, Integer::sum);
            print(result, terminal);
        });
        if (selected.isEmpty()) {
            terminal.line("No dead letter waits.");
        }
        int stay = counts.getOrDefault(Fate.STAYS, 0);
        counts.forEach((fate, count) -> terminal.line("%,d %s", count, words(fate)));
        return stay == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(ReplayResult result, Terminal terminal) {
        terminal.line("%s  %s: %s", result.id(), words(result.fate()), result.words());
    }

    private static String words(Fate fate) {
        return switch (fate) {
            case SENT -> "sent";
            case WOULD_BE_SENT -> "would be sent";
            case STAYS -> "left";
        };
    }
}
