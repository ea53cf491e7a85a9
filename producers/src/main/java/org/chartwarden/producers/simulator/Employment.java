package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * What the personnel office knows of a member of staff.
 *
 * @param shiftsKnown the weekly shifts are on record
 * @param until when the employment ends or ended; absent when it lasts
 * @param leave when the person is or was away
 */
record Employment(boolean shiftsKnown, Optional<Instant> until, Optional<Leave> leave) {

    static final Employment USUAL = new Employment(true, Optional.empty(), Optional.empty());
    static final Employment WITHOUT_SHIFTS = new Employment(false, Optional.empty(), Optional.empty());

    record Leave(Instant start, Instant end) {}
}
