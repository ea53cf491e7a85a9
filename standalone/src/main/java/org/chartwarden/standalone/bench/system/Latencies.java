package org.chartwarden.standalone.bench.system;

import java.util.Arrays;

/** How long something took, each time. */
public final class Latencies {

    private static final double HUNDRED = 100;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** @param millis in any order; not changed */
    static Latencies of(long... millis) {
        long[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int count() {
        return sorted.length;
    }

    /**
     * The shortest time within which so many percent were done (nearest rank).
     *
     * @param percent more than 0, at most 100
     * @return milliseconds; -1 when nothing was measured
     */
    long percentile(double percent) {
        if (sorted.length == 0) {
            return -1;
        }
        int rank = (int) Math.ceil(percent / HUNDRED * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }
}
