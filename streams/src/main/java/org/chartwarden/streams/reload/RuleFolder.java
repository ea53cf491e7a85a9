package org.chartwarden.streams.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.streams.rule.RulePackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the site's folder of rules: when what stands in it has changed, the rules are read anew and swapped. A folder
 * with any mistake changes nothing; its problems are logged once, and it is read again when it changes again.
 *
 * <p>It looks instead of being told, since folders that are mounted into a container tell nobody of their changes.
 */
public final class RuleFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleFolder.class);

    /** How often it looks. */
    public static final Duration EVERY = Duration.ofSeconds(2);

    private final Path folder;
    private final RunningRules running;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rule-folder");
        thread.setDaemon(true);
        return thread;
    });

    private Map<String, String> seen;
    private volatile List<String> problems = List.of();

    /**
     * Reads the rules.
     *
     * @throws RulePackException naming everything that is wrong in any file
     */
    public RuleFolder(Path folder) {
        this.folder = folder;
        // Before the rules are read: what changes meanwhile is then seen by the first look.
        this.seen = content();
        this.running = new RunningRules(RulePack.load(Optional.of(folder)));
    }

    /** Begins to look. */
    public void watch() {
        clock.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The rules that judge, at any time. */
    public RunningRules running() {
        return running;
    }

    /** What is wrong with the folder, while older rules go on judging: each as {@code file:line:column: what}. */
    public List<String> problems() {
        return problems;
    }

    void look() {
        Map<String, String> content = content();
        if (content.equals(seen)) {
            return;
        }
        seen = content;
        try {
            RulePack next = RulePack.load(Optional.of(folder));
            running.swap(next);
            problems = List.of();
            LOG.info(
                    "The site's rules have changed; {} rules judge from now on",
                    next.rules().size());
        } catch (RulePackException e) {
            problems = e.problems();
            LOG.warn(
                    "The site's rules have changed and are refused, the earlier ones go on judging:\n{}",
                    String.join("\n", problems));
        } catch (RuntimeException e) {
            problems = List.of(folder + ":1:1: could not be loaded: " + e);
            // A task that throws would never run again.
            LOG.error("The site's rules could not be loaded, the earlier ones go on judging", e);
        }
    }

    /** By file name; of what cannot be read, why. */
    private Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .forEach(file -> content.put(file.toString(), text(file)));
        } catch (IOException | UncheckedIOException e) {
            content.put(folder.toString(), e.toString());
        }
        return content;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
