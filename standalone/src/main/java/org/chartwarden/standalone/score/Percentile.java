package org.chartwarden.standalone.score;

import java.time.Duration;
import java.util.List;

/** A percentile by nearest rank. */
final class Percentile {

    private Percentile() {}

    /**
     * @param sorted in order, the shortest first
     * @param percent above 0, at most 100
     * @return zero of nothing
     */
    static Duration of(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(rank - 1);
    }
}
