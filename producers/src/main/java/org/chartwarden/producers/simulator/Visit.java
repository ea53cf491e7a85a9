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

    /** A visit explains accesses from this long before its start, and ... */
    private static final Duration EXPLAINS_BEFORE = Duration.ofDays(3);
    /** ... until this long after its end. */
    private static final Duration EXPLAINS_AFTER = Duration.ofDays(14);
    /** Inside of that, how long appointments are prepared ahead, and ... */
    private static final Duration PREPARATION = Duration.ofDays(2);
    /** ... results are followed up. */
    private static final Duration FOLLOW_UP = Duration.ofDays(10);

    /** The person is named on it or works in its department. */
    boolean treatedBy(StaffMember member) {
        return practitionerIds.contains(member.userId()) || member.departments().contains(department);
    }

    /** It would explain an access at some time from the first instant to the last. */
    boolean explainsBetween(Instant first, Instant last) {
        return overlaps(start.minus(EXPLAINS_BEFORE), end.map(e -> e.plus(EXPLAINS_AFTER)), first, last);
    }

    /** Care causes accesses then. Kept well inside of what is explained, so that no border decides. */
    boolean causesAccessAt(Instant time) {
        return overlaps(start.minus(lead()), end.map(e -> e.plus(FOLLOW_UP)), time, time);
    }

    /** Nobody opens a chart for an admission that nobody expects. */
    private Duration lead() {
        return switch (kind) {
            case APPOINTMENT, UPCOMING, FORMER -> PREPARATION;
            case INPATIENT, EMERGENCY, DISCHARGED, LAPSING -> Duration.ZERO;
        };
    }

    private static boolean overlaps(Instant from, Optional<Instant> until, Instant first, Instant last) {
        return !last.isBefore(from)
                && until.filter(limit -> limit.isBefore(first)).isEmpty();
    }
}
