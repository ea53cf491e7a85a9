package org.chartwarden.standalone.bench.topology;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.chartwarden.model.Subject;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.standalone.bench.BenchFeed;
import org.chartwarden.standalone.bench.BenchPeople;
import org.chartwarden.standalone.bench.topology.BrokerRecords.Written;
import org.chartwarden.standalone.data.PropertiesFile;
import org.chartwarden.streams.judge.JudgeStores;
import org.chartwarden.streams.state.SubjectProfile;
import org.chartwarden.topic.Topics;

/**
 * Measures one variant in a process of its own, as large as the service's: {@code TopologyBenchMain SETTINGS VARIANT
 * EVENTS RUNS PATIENTS BROKER-PID RESULT-FILE}. Then it waits to be stopped.
 *
 * <p>First it reads the hospital and some accesses, untimed. For each run it stands still while its topics are filled,
 * then the clock runs until the broker has stored the last access that comes out.
 */
public final class TopologyBenchMain {

    /** Of a run's events, so many come before the first one: Java compiles what is used often. */
    private static final int WARM_UP_PARTS = 2;

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final Variant variant;
    private final Settings settings;
    private final ProcessHandle broker;
    private final BenchFeed feed;
    private final int events;

    private TopologyBenchMain(Variant variant, Settings settings, Plan plan, long brokerPid) {
        this.variant = variant;
        this.settings = settings;
        this.broker = ProcessHandle.of(brokerPid).orElseThrow();
        // So long ago that no access of a long bench lies in the future.
        Instant begin = Instant.now().minus(Duration.ofDays(60));
        this.feed = new BenchFeed(settings, new BenchPeople(plan.patientsOf(variant), begin));
        this.events = plan.eventsOf(variant);
    }

    public static void main(String[] arguments) throws Exception {
        TrustedClasses.ensure();
        Settings settings = Settings.load(Path.of(arguments[0]), Map.of());
        Plan plan = new Plan(
                Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        Measurement measured = new TopologyBenchMain(
                        Variant.valueOf(arguments[1]), settings, plan, Long.parseLong(arguments[5]))
                .measure(plan.runs());
        PropertiesFile.write(Path.of(arguments[6]), measured.asProperties());
        Thread.currentThread().join();
    }

    private Measurement measure(int runs) throws InterruptedException {
        if (variant.part() != Part.PASS_THROUGH) {
            feed.context();
        }
        int warmUp = events / WARM_UP_PARTS;
        try (TopologyUnderTest topology = new TopologyUnderTest(variant, settings);
                BrokerRecords records = new BrokerRecords(settings)) {
            topology.streams().start();
            topology.awaitRead();
            feed.accesses(0, warmUp);
            topology.awaitRead();
            Written before = records.written();
            List<Slice> slices = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                slices.add(run(topology, records, warmUp + (long) run * events));
            }
            Written written = records.written().since(before);
            LongSummaryStatistics profiles = profiles(topology);
            double all = (double) events * runs;
            return new Measurement(
                    slices,
                    written.changelog() / all,
                    written.repartition() / all,
                    written.output() / all,
                    profiles.getAverage(),
                    Math.max(0, profiles.getMax()));
        }
    }

    private Slice run(TopologyUnderTest topology, BrokerRecords records, long from) throws InterruptedException {
        topology.streams().pause();
        feed.accesses(from, events);
        long cpu = cpuNanos();
        Duration brokerCpu = brokerCpu();
        long begin = System.currentTimeMillis();
        topology.streams().resume();
        topology.awaitRead();
        double seconds = (records.newest(Topics.EXPLAINED.name()) - begin) / MILLIS;
        return new Slice(
                events,
                seconds,
                (cpuNanos() - cpu) / NANOS,
                brokerCpu().minus(brokerCpu).toMillis() / MILLIS);
    }

    /** Sizes of the users' profiles, in bytes as they are stored. */
    private LongSummaryStatistics profiles(TopologyUnderTest topology) {
        LongSummaryStatistics sizes = new LongSummaryStatistics();
        if (variant.part() != Part.ALL) {
            return sizes;
        }
        SerdeFactory serdes = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde());
        Serializer<SubjectProfile> serializer =
                serdes.valueSerde(SubjectProfile.class).serializer();
        String store = JudgeStores.of(Subject.USER).profiles();
        try (KeyValueIterator<String, SubjectProfile> all = topology.streams()
                .store(StoreQueryParameters.fromNameAndType(
                        store, QueryableStoreTypes.<String, SubjectProfile>keyValueStore()))
                .all()) {
            while (all.hasNext()) {
                KeyValue<String, SubjectProfile> next = all.next();
                sizes.accept(serializer.serialize(store, next.value).length);
            }
        }
        return sizes;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private Duration brokerCpu() {
        return broker.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
