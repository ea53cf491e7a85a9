package org.chartwarden.producers.simulator;

import java.util.Optional;

/**
 * Somebody opens a patient's chart.
 *
 * @param user who
 * @param patientId whose chart
 * @param visit the visit that it is for; absent when no care causes it
 * @param circumstance what the user declared and how the system answered
 * @param desk from where
 */
record Opening(StaffMember user, String patientId, Optional<Visit> visit, Circumstance circumstance, Desk desk) {

    static Opening forCare(StaffMember user, Visit visit) {
        return new Opening(user, visit.patientId(), Optional.of(visit), Circumstance.TREATMENT, Desk.of(user));
    }

    static Opening withoutCare(StaffMember user, String patientId) {
        return new Opening(user, patientId, Optional.empty(), Circumstance.TREATMENT, Desk.of(user));
    }

    Opening in(Circumstance other) {
        return new Opening(user, patientId, visit, other, desk);
    }

    Opening from(Desk other) {
        return new Opening(user, patientId, visit, circumstance, other);
    }
}
