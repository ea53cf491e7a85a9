package org.chartwarden.producers.hl7;

import java.util.Map;
import java.util.Optional;

/** What an ADT event (2.5.1, chapter 3.3) does to a visit. */
enum VisitChange {
    /** Will come. */
    PLAN,
    /** Is here. */
    BEGIN,
    /** Moved on, or back: is here, perhaps somewhere else. */
    MOVE,
    /** An earlier move was a mistake: is where the message says, and nowhere else. */
    MOVE_BACK,
    /** Has left. */
    END,
    /** Has not left after all. */
    CONTINUE,
    /** Never came. */
    CANCEL,
    /** Something about it was corrected; the message's dates tell how far it is. */
    UPDATE;

    private static final Map<String, VisitChange> BY_EVENT = Map.ofEntries(
            Map.entry("A01", BEGIN), // admitted
            Map.entry("A02", MOVE), // transferred
            Map.entry("A03", END), // discharged
            Map.entry("A04", BEGIN), // outpatient registered
            Map.entry("A05", PLAN), // pre-admitted
            Map.entry("A06", BEGIN), // outpatient becomes inpatient
            Map.entry("A07", BEGIN), // inpatient becomes outpatient
            Map.entry("A08", UPDATE),
            Map.entry("A09", MOVE), // departs for a while
            Map.entry("A10", MOVE), // arrives for a while
            Map.entry("A11", CANCEL), // admission cancelled
            Map.entry("A12", MOVE_BACK), // transfer cancelled
            Map.entry("A13", CONTINUE), // discharge cancelled
            Map.entry("A14", PLAN), // admission pending
            Map.entry("A27", CANCEL), // pending admission cancelled
            Map.entry("A38", CANCEL), // pre-admission cancelled
            Map.entry("A54", UPDATE)); // attending doctor changed

    /** Empty for events that are about no visit. */
    static Optional<VisitChange> of(String event) {
        return Optional.ofNullable(BY_EVENT.get(event));
    }
}
