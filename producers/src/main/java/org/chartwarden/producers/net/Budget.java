package org.chartwarden.producers.net;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that all connections of a listener may hold together. It is asked before reading and charged afterwards, so
 * it may be exceeded by what was being read: one read of each connection. Safe for use by many threads.
 */
final class Budget {

    private final long limit;
    private final long roomAgain;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong underWay = new AtomicLong();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    Budget(long limit) {
        this.limit = limit;
        // Below the limit, so that those who wait are not woken for each message that leaves.
        this.roomAgain = limit - limit / 8;
    }

    long used() {
        return used.get();
    }

    boolean isFull() {
        return used() >= limit;
    }

    /** Whether there will be room as soon as what was handed over is acknowledged. */
    boolean isWaitingForAcknowledgements() {
        return used() - underWay.get() < roomAgain;
    }

    /**
     * A connection holds more or less than before.
     *
     * @param bytes the difference in all
     * @param ofThemUnderWay the difference in messages that were handed over
     */
    void change(long bytes, long ofThemUnderWay) {
        underWay.addAndGet(ofThemUnderWay);
        if (used.addAndGet(bytes) < roomAgain && bytes < 0) {
            wake();
        }
    }

    /** Runs it once, when there is room again; it must not block. */
    void whenRoom(Runnable resume) {
        waiting.add(resume);
        if (used() < roomAgain) { // room was made while it was added
            wake();
        }
    }

    private void wake() {
        for (Runnable resume = waiting.poll(); resume != null; resume = waiting.poll()) {
            resume.run();
        }
    }
}
