package org.chartwarden.producers.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Delivery.Fate;
import org.chartwarden.producers.source.Origin;

/**
 * Counts what one file delivered, in the file's order: a record counts when it and all before it are acknowledged, so
 * that the count is a place to go on from. Used by one thread, which waits when too much is under way; the bytes under
 * way are bounded by the output.
 */
final class Tally {

    /** A broker that is as fast as usual acknowledges this many within a fraction of a second. */
    private static final int UNDER_WAY_LIMIT = 10_000;

    private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(Fate fate, Origin origin, CompletableFuture<Void> acknowledged) {}

    /** @param before what an earlier attempt at the same file was acknowledged */
    Tally(IngestReport before) {
        counts.put(Fate.PRODUCED, before.produced());
        counts.put(Fate.DEAD_LETTERED, before.deadLettered());
        counts.put(Fate.IGNORED, before.ignored());
    }

    /** @throws IngestException when something delivered earlier has failed: what follows would fail too */
    void add(Delivered delivered, Origin origin) {
        waiting.add(new Waiting(delivered.fate(), origin, delivered.acknowledged()));
        while (!waiting.isEmpty()
                && (waiting.size() > UNDER_WAY_LIMIT
                        || waiting.element().acknowledged().isDone())) {
            settleFirst();
        }
    }

    /**
     * Waits until everything is acknowledged.
     *
     * @throws IngestException when something was not
     */
    void settle() {
        while (!waiting.isEmpty()) {
            settleFirst();
        }
    }

    private void settleFirst() {
        Waiting first = waiting.element();
        await(first.acknowledged(), first.origin());
        waiting.remove();
        counts.merge(first.fate(), 1L, Long::sum);
    }

    /** @throws IngestException when Kafka did not store the record of that origin */
    static void await(CompletableFuture<Void> acknowledged, Origin origin) {
        try {
            acknowledged.join();
        } catch (CompletionException e) {
            throw IngestException.notAcknowledged(origin, e.getCause());
        }
    }

    /** What has happened to the records before the first one that is still under way. */
    IngestReport acknowledged() {
        long produced = counts.get(Fate.PRODUCED);
        long deadLettered = counts.get(Fate.DEAD_LETTERED);
        long ignored = counts.get(Fate.IGNORED);
        return new IngestReport(produced + deadLettered + ignored, produced, deadLettered, ignored);
    }
}
