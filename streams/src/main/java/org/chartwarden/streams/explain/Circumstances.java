package org.chartwarden.streams.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.context.CareTimes;
import org.chartwarden.streams.context.Person;
import org.chartwarden.streams.explain.relation.Relations;

/** Who the user and the patient of an access were at that time, and what they have to do with each other. */
public final class Circumstances {

    private Circumstances() {}

    /**
     * Fills the fields of user, patient and relation; not those of explanations, decisions and counts.
     *
     * @param zone in which the shifts of the workforce feed are told
     */
    public static void describe(ExplainedAccess.Builder explained, Situation situation, ZoneId zone) {
        describeUser(explained, situation, zone);
        if (situation.access().getPatientId() == null) {
            return;
        }
        describePatient(explained, situation);
        describeCare(explained, situation);
        explained.setRelation(
                Relations.of(situation.user(), situation.patient(), situation.care(), situation.familyNameShare()));
    }

    private static void describeUser(ExplainedAccess.Builder explained, Situation situation, ZoneId zone) {
        Person user = situation.user();
        Instant time = situation.access().getTime();
        explained
                .setUserKnown(user.known())
                .setUserKind(user.kind())
                .setUserFullName(user.fullName() == null ? situation.access().getUserName() : user.fullName())
                .setUserDepartments(user.departments())
                .setUserRoles(user.roles())
                .setUserOnLeave(user.onLeave(time))
                .setUserOffShift(user.offShift(time, zone))
                .setUserTerminated(user.terminated(time));
    }

    private static void describePatient(ExplainedAccess.Builder explained, Situation situation) {
        explained
                .setPatientKnown(situation.patient().isPresent())
                .setPatientVip(situation.isVip())
                .setPatientSecurityLabels(situation.securityLabels())
                .setPatientUserId(situation.patientUserId().orElse(null));
        situation
                .patient()
                .ifPresent(patient -> explained
                        .setPatientDeceased(patient.getDeceased())
                        .setDaysSinceDeath(
                                daysSinceDeath(patient, situation.access().getTime())));
    }

    /** Null also for an access before death. */
    private static Integer daysSinceDeath(Patient patient, Instant time) {
        Instant death = patient.getDeceasedAt();
        return death == null || time.isBefore(death) ? null : days(death, time);
    }

    private static void describeCare(ExplainedAccess.Builder explained, Situation situation) {
        Instant time = situation.access().getTime();
        List<CareEvent> treatment = situation.care().stream()
                .filter(Circumstances::isTreatment)
                .filter(CareTimes::isDated)
                .filter(care -> care.getStart() == null || !care.getStart().isAfter(time))
                .toList();
        List<Department> own = situation.user().departments();
        explained
                .setDaysSinceCare(daysSince(treatment, time, care -> true))
                .setDaysSinceDepartmentsCare(
                        daysSince(treatment, time, care -> Departments.shared(care.getDepartments(), own)));
    }

    private static Integer daysSince(List<CareEvent> treatment, Instant time, Predicate<CareEvent> wanted) {
        return treatment.stream()
                .filter(wanted)
                .map(care -> daysSince(care, time))
                .min(Integer::compare)
                .orElse(null);
    }

    private static int daysSince(CareEvent care, Instant time) {
        Instant end = CareTimes.end(care);
        return end == null || end.isAfter(time) ? 0 : days(end, time);
    }

    /** To take part in a study, or to have a family, is no treatment. */
    private static boolean isTreatment(CareEvent care) {
        return switch (care.getKind()) {
            case ENCOUNTER, APPOINTMENT, CARE_TEAM, ORDER, LABORATORY, IMAGING, REFERRAL, MEDICATION, OTHER -> true;
            case RESEARCH, RELATED_PERSON -> false;
        };
    }

    private static int days(Instant from, Instant to) {
        return (int) Duration.between(from, to).toDays();
    }
}
