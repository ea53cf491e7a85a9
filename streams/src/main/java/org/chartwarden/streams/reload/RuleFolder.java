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
import org.chartwarden.yaml.YamlFile;
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

    private final AcceptedRules accepted;

    private Map<Path, String> seen;
    private Map<Path, String> judged;
    private volatile List<String> problems = List.of();

    /**
     * Reads the rules. When the folder is refused, the rules that it had when it was accepted last judge; without such
     * ones, only the built-in rules do.
     *
     * @param folder the site's
     * @param copy where the rules that were accepted last are kept; made when it is missing
     */
    public RuleFolder(Path folder, Path copy) {
        this.folder = folder;
        this.accepted = new AcceptedRules(copy);
        // Before the rules are read: what changes meanwhile is then seen by the first look.
        this.seen = content();
        this.judged = seen;
        this.running = new RunningRules(load().orElseGet(this::lastAccepted));
    }

    private RulePack lastAccepted() {
        try {
            return RulePack.load(accepted.folder());
        } catch (RulePackException e) {
            LOG.warn("The copy of the site's rules is refused too, only the built-in rules judge:\n{}", e.getMessage());
            return RulePack.builtIn();
        }
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
        try {
            Map<Path, String> content = content();
            // What was seen only once may be half written, or about to be replaced.
            boolean isStill = content.equals(seen);
            seen = content;
            if (isStill && !content.equals(judged)) {
                judged = content;
                load().ifPresent(running::swap);
            }
        } catch (RuntimeException | StackOverflowError e) {
            problems = List.of(folder + ":1:1: could not be loaded: " + e);
            // A task that throws would never run again.
            LOG.error("The site's rules could not be loaded, the earlier ones go on judging", e);
        }
    }

    private Optional<RulePack> load() {
        try {
            RulePack pack = RulePack.load(Optional.of(folder));
            accepted.keep(judged);
            problems = List.of();
            LOG.info("{} rules judge, with those of {}", pack.rules().size(), folder);
            return Optional.of(pack);
        } catch (RulePackException e) {
            problems = e.problems();
            LOG.warn(
                    "The site's rules are refused, those that were accepted last go on judging:\n{}",
                    String.join("\n", problems));
            return Optional.empty();
        }
    }

    /** By file; of what cannot be read, why. */
    private Map<Path, String> content() {
        Map<Path, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> content.put(file, text(file)));
        } catch (IOException | UncheckedIOException e) {
            content.put(folder, e.toString());
        }
        return content;
    }

    private static String text(Path file) {
        try {
            return YamlFile.textOf(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
