package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A visit or an admission: a FHIR Encounter.
 *
 * @param visitId logical id of the Encounter
 * @param patientId who is treated
 * @param kind why the patient is here
 * @param department where
 * @param practitionerIds who is named on it; consultants come from other departments
 * @param start when it begins
 * @param end when it ends; absent while nobody knows
 */
record Visit(
        String visitId,
        String patientId,
        StayKind kind,
        Department department,
        List<String> practitionerIds,
        Instant start,
        Optional<Instant> end) {

    /** How long appointments are prepared ahead, and ... */
    private static final Duration PREPARATION = Duration.ofDays(2);
    /** ... results are followed up: both well inside of what a visit explains, so that no border decides. */
    private static final Duration FOLLOW_UP = Duration.ofDays(10);

    /** The person is named on it or works in its department. */
    boolean treatedBy(StaffMember member) {
        return practitionerIds.contains(member.userId()) || member.departments().contains(department);
    }

    /** Care causes accesses then. */
    boolean causesAccessAt(Instant time) {
        return !time.isBefore(start.minus(lead()))
                && end.filter(limit -> limit.plus(FOLLOW_UP).isBefore(time)).isEmpty();
    }

    /** Nobody opens a chart for an admission that nobody expects. */
    private Duration lead() {
        return switch (kind) {
            case APPOINTMENT, UPCOMING, FORMER -> PREPARATION;
            case INPATIENT, EMERGENCY, DISCHARGED -> Duration.ZERO;
        };
    }
}
