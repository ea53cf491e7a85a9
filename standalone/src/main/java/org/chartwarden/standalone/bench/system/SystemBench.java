package org.chartwarden.standalone.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.bench.BenchFeed;
import org.chartwarden.standalone.bench.BenchPeople;
import org.chartwarden.standalone.check.Drain;
import org.chartwarden.standalone.data.DataDirectory;
import org.chartwarden.standalone.data.PropertiesFile;
import org.chartwarden.standalone.process.JavaProgram;
import org.chartwarden.standalone.process.ManagedProcess;
import org.chartwarden.standalone.system.EmbeddedSystem;
import org.chartwarden.standalone.system.LocalSystem;

/** Loads the whole stack, looks whether anything was lost, then measures how late it tells of what happens. */
public final class SystemBench {

    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final int WARM_UP_PARTS = 10;
    private static final double MILLIS = 1e3;

    private final DataDirectory data;
    private final Settings settings;
    private final BenchFeed feed;
    private final int events;
    private final Duration paced;

    private SystemBench(DataDirectory data, Settings settings, BenchFeed feed, int events, Duration paced) {
        this.data = data;
        this.settings = settings;
        this.feed = feed;
        this.events = events;
        this.paced = paced;
    }

    /**
     * Runs with a system of its own, and leaves nothing but its logs.
     *
     * @param folder emptied before and after
     * @param events sent at once
     * @param patients of the hospital
     * @param paced how long events then come at half of the rate
     * @param onReady told of each server and service
     */
    public static SystemResult run(Path folder, int events, int patients, Duration paced, Consumer<String> onReady)
            throws InterruptedException, IOException {
        DataDirectory data = DataDirectory.openEmpty(folder);
        try (EmbeddedSystem system = EmbeddedSystem.start(data, Map.of(), Map.of(), onReady)) {
            Settings settings = system.services().settings();
            BenchPeople people = new BenchPeople(patients, BenchPeople.beginOf(2L * events));
            return new SystemBench(data, settings, new BenchFeed(settings, people), events, paced).run();
        } finally {
            try (DataDirectory emptied = DataDirectory.openEmpty(folder)) {
                emptied.empty();
            }
        }
    }

    private SystemResult run() throws InterruptedException, IOException {
        int warmUp = Math.max(1, events / WARM_UP_PARTS);
        try (Drain drain = new Drain(settings)) {
            feed.context();
            feed.accesses(0, warmUp);
            await(drain);
            Instant begin = Instant.now();
            feed.accesses(warmUp, events);
            await(drain);
            double seconds = Duration.between(begin, Instant.now()).toMillis() / MILLIS;
            double halfRate = events / seconds / 2;
            long from = (long) warmUp + events;
            long[] received = feed.paced(from, halfRate, paced);
            await(drain);
            Arrivals arrivals = Arrivals.read(settings, from, received);
            return new SystemResult(events, seconds, violations(), halfRate, arrivals.accesses(), arrivals.alerts());
        }
    }

    private static void await(Drain drain) throws InterruptedException {
        if (!drain.await(PATIENCE)) {
            throw new StackException("After " + PATIENCE.toHours() + " hours events are still on their way");
        }
    }

    private List<String> violations() throws InterruptedException {
        Path result = data.root().resolve("law.result");
        JavaProgram program = JavaProgram.of("bench-law", LawMain.class, "-Xmx1536m", "-XX:+UseSerialGC")
                .withArguments(LocalSystem.settingsFile(data.root()).toString(), result.toString());
        try (ManagedProcess process =
                new ManagedProcess(program, data.processFiles("bench-law"), () -> Files.exists(result))) {
            process.start();
            process.awaitReady(PATIENCE);
        }
        Properties told = PropertiesFile.read(result);
        List<String> violations = new ArrayList<>(LawMain.violations(told));
        if (LawMain.indexed(told) < events) {
            violations.add("only " + LawMain.indexed(told) + " accesses are indexed");
        }
        return violations;
    }
}
