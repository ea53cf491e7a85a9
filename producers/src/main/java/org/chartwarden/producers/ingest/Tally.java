package org.chartwarden.producers.ingest;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Delivery.Fate;
import org.chartwarden.producers.source.Origin;

/** Counts what one ingestion delivered, and notices the first failure. Used by one thread; Kafka's reports to it. */
final class Tally {

    private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);
    private final AtomicReference<Failure> failure = new AtomicReference<>();

    private record Failure(Origin origin, Throwable cause) {}

    /** @throws IngestException when something delivered earlier has failed: what follows would fail too */
    void add(Delivered delivered, Origin origin) {
        counts.merge(delivered.fate(), 1L, Long::sum);
        delivered.acknowledged().whenComplete((nothing, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, new Failure(origin, problem));
            }
        });
        requireNoFailure();
    }

    /** @throws IngestException when Kafka did not acknowledge something */
    void requireNoFailure() {
        Failure first = failure.get();
        if (first != null) {
            Throwable cause = first.cause().getCause() == null
                    ? first.cause()
                    : first.cause().getCause();
            throw new IngestException(
                    "Kafka did not acknowledge the record of %s (%s). Read the input again: what has arrived is recognised as duplicate"
                            .formatted(first.origin(), cause.getMessage()),
                    cause);
        }
    }

    IngestReport report() {
        long produced = count(Fate.PRODUCED);
        long deadLettered = count(Fate.DEAD_LETTERED);
        long ignored = count(Fate.IGNORED);
        return new IngestReport(produced + deadLettered + ignored, produced, deadLettered, ignored);
    }

    private long count(Fate fate) {
        return counts.getOrDefault(fate, 0L);
    }
}
