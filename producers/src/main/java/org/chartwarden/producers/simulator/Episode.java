package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A visit, and what the records know of it.
 *
 * @param visit what happens
 * @param recorded when the record of it arrives; absent when it never does
 */
record Episode(Visit visit, Optional<Instant> recorded) {

    String patientId() {
        return visit.patientId();
    }

    Department department() {
        return visit.department();
    }

    /** Somebody is there in that span of time. */
    boolean overlaps(Instant from, Instant to) {
        return visit.start().isBefore(to)
                && visit.end().filter(end -> !end.isAfter(from)).isEmpty();
    }
}
