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

/**
 * What one source has done since its service started, under one set of names for all sources, with the label {@code
 * source}: {@code chartwarden_source_received_total{source="atna"}} and so on, and the gauge {@code
 * chartwarden_source_lag_seconds}. The law: received = produced + duplicate + dead-lettered + ignored, once nothing is
 * under way. Safe for use by many threads.
 */
public final class SourceMeter {

    /** The label that names the source. */
    public static final String LABEL = "source";

    /** The gauge of the lag, in seconds. */
    public static final String LAG = "chartwarden_source_lag_seconds";

    /** What is counted of a source. */
    public enum SourceCount {
        /** Raw records taken; one that tells of several accesses counts once for each. */
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

    /** @param source the source's name, such as {@code fhir-http} */
    public SourceMeter(MeterRegistry registry, String source, Clock clock) {
        this.clock = clock;
        for (SourceCount count : SourceCount.values()) {
            counters.put(
                    count, Counter.builder(count.metric()).tag(LABEL, source).register(registry));
        }
        Gauge.builder(LAG, this, meter -> meter.lag().toMillis() / 1000.0)
                .tag(LABEL, source)
                .strongReference(true)
                .register(registry);
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

    /** For how long nothing has moved although something is under way; zero when nothing is. */
    public synchronized Duration lag() {
        return underWay == 0 ? Duration.ZERO : Duration.between(lastProgress, clock.instant());
    }
}
