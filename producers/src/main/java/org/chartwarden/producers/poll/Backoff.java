package org.chartwarden.producers.poll;

import java.time.Duration;

/** How long to leave alone what fails: longer after each failure in a row. Used by one thread. */
final class Backoff {

    /** Doubled more often than this, every pause is the longest one. */
    private static final int DOUBLINGS = 16;

    private final PollLimits limits;
    private int failures;

    Backoff(PollLimits limits) {
        this.limits = limits;
    }

    void succeeded() {
        failures = 0;
    }

    /** @return the pause that follows, which is no shorter than what was wished for */
    Duration failed(Duration wish) {
        failures = Math.min(failures + 1, DOUBLINGS);
        Duration grown = limits.firstPause().multipliedBy(1L << (failures - 1));
        Duration pause = grown.compareTo(limits.longestPause()) > 0 ? limits.longestPause() : grown;
        return pause.compareTo(wish) > 0 ? pause : wish;
    }
}
