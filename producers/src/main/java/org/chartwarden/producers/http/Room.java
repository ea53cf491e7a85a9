package org.chartwarden.producers.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much is being worked on at the same time. Nothing waits for room: whoever finds none is turned away at once, so
 * that a Kafka that is slow makes the senders wait and not this process grow.
 */
final class Room {

    /** Small entries cost far more memory than their bytes: each becomes a record and an answer. */
    private static final int ENTRIES = 20_000;

    private final HttpLimits limits;
    private final Semaphore requests;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong entries = new AtomicLong();
    private final Set<Place> waiting = ConcurrentHashMap.newKeySet();

    Room(HttpLimits limits) {
        this.limits = limits;
        this.requests = new Semaphore(limits.requests());
    }

    /** @throws Rejection 429 when too many requests are under way, or Kafka is slow */
    Place enter() {
        Optional<Duration> slow = slow();
        if (slow.isPresent()) {
            throw Rejection.comeAgain(
                    "Kafka has been storing for " + slow.get().toSeconds() + " seconds what was sent before.");
        }
        if (!requests.tryAcquire()) {
            throw Rejection.comeAgain("Too many requests are under way.");
        }
        return new Place();
    }

    /** How long the oldest request has been waiting for Kafka, when that is too long. */
    Optional<Duration> slow() {
        long now = System.nanoTime();
        return waiting.stream()
                .map(place -> Duration.ofNanos(now - place.since))
                .filter(wait -> wait.compareTo(limits.slow()) >= 0)
                .max(Duration::compareTo);
    }

    /** One request's part; given back by closing it. */
    final class Place implements AutoCloseable {

        private long taken;
        private long takenEntries;
        private volatile long since;

        /** @throws Rejection 429 when all bodies together would be too large */
        void take(int more) {
            taken += more;
            if (bytes.addAndGet(more) > limits.bytesInFlight()) {
                throw Rejection.comeAgain("Too much is being sent at once.");
            }
        }

        /** @throws Rejection 429 when all Bundles together would have too many entries */
        void takeEntries(int more) {
            takenEntries += more;
            if (entries.addAndGet(more) > ENTRIES) {
                throw Rejection.comeAgain("Too much is being sent at once.");
            }
        }

        /** From here on it waits for Kafka, and neither for its sender nor for us. */
        void storing() {
            since = System.nanoTime();
            waiting.add(this);
        }

        @Override
        public void close() {
            waiting.remove(this);
            bytes.addAndGet(-taken);
            entries.addAndGet(-takenEntries);
            requests.release();
        }
    }
}
