package org.chartwarden.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one source has done since its service started, under one set of names for all sources, with the label {@code
 * source}: {@code chartwarden_source_received_total{source="atna"}} and so on, and the gauge {@code
 * chartwarden_source_lag_seconds}. The law: received = produced + duplicate + dead-lettered + ignored. Safe for use by many threads.
 */
public final class SourceMeter {

    /** The label that names the source. */
    public static final String LABEL = "source";

    /** The gauge of the lag, in seconds. */
    public static final String LAG = "chartwarden_source_lag_seconds";

    /** What is counted of a source. */
    public enum SourceCount {
        /** Raw records taken whose fate is certain; one that tells of several accesses counts once for each. */
        RECEIVED,
        /** Acknowledged by Kafka. */
        PRODUCED,
        /** Recognised as taken before: by the source itself, or by the topology, which counts under the same name. */
        DUPLICATE,
        /** Not understood, and kept in the dead-letter topic. */
        DEAD_LETTERED,
        /** Understood, and of a kind that nothing needs. */
        IGNORED;

        /** The metric's name in Prometheus, without its suffix {@code _total}. */
        public String metric() {
            return "chartwarden_source_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Clock clock;
    private final Map<SourceCount, Counter> counters = new EnumMap<>(SourceCount.class);
    private long underWay;
    private Instant lastProgress = Instant.EPOCH;
    private Supplier<Duration> behind = () -> Duration.ZERO;

    /** @param source the source's name, such as {@code fhir-http} */
    public SourceMeter(MeterRegistry registry, String source, Clock clock) {
        this.clock = clock;
        for (SourceCount count : SourceCount.values()) {
            counters.put(count, counter(registry, source, count));
        }
        Gauge.builder(LAG, this, meter -> meter.lag().toMillis() / 1000.0)
                .tag(LABEL, source)
                .strongReference(true)
                .register(registry);
    }

    /**
     * The counter of a source's duplicates alone, for who recognises them behind the source; made at the first call.
     *
     * @param source as the producers named it in {@link org.chartwarden.topic.Headers#SOURCE}
     */
    public static Counter duplicates(MeterRegistry registry, String source) {
        return counter(registry, source, SourceCount.DUPLICATE);
    }

    private static Counter counter(MeterRegistry registry, String source, SourceCount count) {
        return Counter.builder(count.metric()).tag(LABEL, source).register(registry);
    }

    public void add(SourceCount count, long amount) {
        counters.get(count).increment(amount);
    }

    public long get(SourceCount count) {
        return (long) counters.get(count).count();
    }

    /** Something was taken that Kafka has still to acknowledge. */
    public synchronized void begin() {
        if (underWay++ == 0) {
            lastProgress = clock.instant();
        }
    }

    /** Something that had begun is acknowledged, or was given up. */
    public synchronized void end() {
        underWay--;
        lastProgress = clock.instant();
    }

    /**
     * For a source that knows by itself how far it is behind: a poller, a folder in which files wait.
     *
     * @param behind asked at each look at the metrics, by any thread; quick, and never negative
     */
    public synchronized void lag(Supplier<Duration> behind) {
        this.behind = behind;
    }

    /**
     * How far the source is behind: for how long nothing has moved although something is under way, or what the source
     * says itself, whichever is longer; zero when it is not behind.
     */
    public Duration lag() {
        Duration told = told().get();
        Duration stuck = stuck();
        return told.compareTo(stuck) > 0 ? told : stuck;
    }

    private synchronized Supplier<Duration> told() {
        return behind;
    }

    private synchronized Duration stuck() {
        return underWay == 0 ? Duration.ZERO : Duration.between(lastProgress, clock.instant());
    }
}
