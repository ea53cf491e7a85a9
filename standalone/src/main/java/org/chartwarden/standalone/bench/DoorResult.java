package org.chartwarden.standalone.bench;

import java.time.Duration;

/**
 * What one door held.
 *
 * @param events that Kafka acknowledged while the door was loaded
 * @param loaded for how long
 * @param drained how much longer it took until everything behind the door had read all of it
 * @param slowest which reader had most still to read when the load ended; empty when none had anything
 */
record DoorResult(String title, int connections, long events, Duration loaded, Duration drained, String slowest) {

    /** Events a second that the door took. */
    long taken() {
        return rate(loaded);
    }

    /** Events a second that can go on for ever: through the slowest reader behind the door. */
    long sustained() {
        return rate(loaded.plus(drained));
    }

    private long rate(Duration time) {
        return Math.round(events / (time.toMillis() / 1000.0));
    }
}
