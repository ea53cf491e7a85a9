package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwarden.producers.simulator.Papers.Ordered;

/** Looks at records that should rest: of the dead, of the long discharged, the specially protected, others' patients. */
final class SensitiveRecordStories implements Story {

    private static final String OTHERS = "other-departments-only";

    @Override
    public void tell(Script script) {
        deceased(script);
        longDischarged(script);
        restricted(script);
        othersPatients(script);
    }

    private static void deceased(Script script) {
        StaffMember culprit = script.hire(Department.ONCOLOGY, Role.NURSE);
        SimulatedPatient longDead = script.patient(drawn -> drawn.deadSince(script.on(60, 4, 0)));
        script.incident(
                "deceased-patient",
                script.look(culprit, longDead, script.today(14, 0)),
                culprit.portrait() + " opens the chart of a patient who died two months ago");

        StaffMember innocent = script.hire(Department.ONCOLOGY, Role.NURSE);
        SimulatedPatient justDead = script.patient(drawn -> drawn.deadSince(script.on(28, 4, 0)));
        script.innocent(
                "deceased-patient",
                script.look(innocent, justDead, script.today(14, 10)),
                "The patient died four weeks ago, and there is still paperwork");

        StaffMember coder = script.hire(Department.CODING, Role.CODER);
        SimulatedPatient coded = script.patient(drawn -> drawn.deadSince(script.on(31, 4, 0)));
        script.file(script.papers()
                .encounter(coded, Department.SURGERY, script.on(38, 9, 0), Optional.of(script.on(31, 4, 0))));
        script.innocent("deceased-patient", script.look(coder, coded, script.today(9, 0)), "The last stay is coded");
    }

    private static void longDischarged(Script script) {
        script.incident(
                "long-discharged",
                lookAfter(script, 240, 3),
                "A nurse of General Surgery opens the charts of three patients discharged eight months ago");
        script.innocent("long-discharged", lookAfter(script, 170, 3), "The discharges were less than half a year ago");
        script.innocent("long-discharged", lookAfter(script, 240, 1), "One former patient only: a question of the day");
    }

    /** One former patient after the other. */
    private static List<Act> lookAfter(Script script, int daysSinceDischarge, int patients) {
        StaffMember member = script.hire(Department.SURGERY, Role.NURSE);
        Instant discharge = script.on(daysSinceDischarge, 11, 0);
        List<Act> looks = new ArrayList<>();
        for (int number = 0; number < patients; number++) {
            SimulatedPatient patient = script.patient();
            script.file(script.papers()
                    .encounter(
                            patient, Department.SURGERY, discharge.minus(Duration.ofDays(4)), Optional.of(discharge)));
            looks.addAll(script.look(member, patient, script.today(13, 20 + 10 * number)));
        }
        return looks;
    }

    private static void restricted(Script script) {
        StaffMember culprit = script.hire(Department.ORTHOPAEDICS, Role.PHYSICIAN);
        SimulatedPatient protectedPatient = script.patient(drawn -> drawn.labelled("PSY"));
        script.incident(
                "restricted-record",
                script.look(culprit, protectedPatient, script.today(9, 30)),
                culprit.portrait() + " opens a psychiatric record without a part in the care");

        StaffMember therapist = script.hire(Department.PSYCHIATRY, Role.THERAPIST);
        SimulatedPatient cared = script.patient(drawn -> drawn.labelled("PSY"));
        script.file(script.papers().careTeam(cared, therapist, script.on(20, 9, 0)));
        script.innocent(
                "restricted-record",
                script.look(therapist, cared, script.today(9, 35)),
                "The therapist belongs to the care team");

        StaffMember physician = script.hire(Department.ORTHOPAEDICS, Role.PHYSICIAN);
        SimulatedPatient referred = script.patient(drawn -> drawn.labelled("SUD"));
        script.file(script.papers()
                .order(Ordered.REFERRAL, referred, physician, Department.PSYCHIATRY, script.on(1, 15, 0)));
        script.innocent(
                "restricted-record",
                script.look(physician, referred, script.today(9, 45)),
                "The physician has referred the patient");
    }

    /** More than four of them in a week; or four, and any number on whom the department works. */
    private static void othersPatients(Script script) {
        StaffMember culprit = script.hire(Department.CARDIOLOGY, Role.THERAPIST);
        List<Act> looks = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            looks.add(script.read(culprit, formerPatient(script), script.on(5 - number, 15, 10)));
        }
        script.incident(OTHERS, looks, culprit.portrait() + " opens charts of patients whom only others treated");

        StaffMember innocent = script.hire(Department.RADIOLOGY, Role.THERAPIST);
        StaffMember physician = script.hire(Department.SURGERY, Role.PHYSICIAN);
        List<Act> work = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            SimulatedPatient patient = formerPatient(script);
            if (number % 2 == 0) {
                script.file(script.papers()
                        .order(Ordered.IMAGING, patient, physician, Department.RADIOLOGY, script.on(6, 9, 0)));
            }
            work.add(script.read(innocent, patient, script.on(number / 2, 15, 20 + number)));
        }
        script.innocent(OTHERS, work, "Four such patients; four more have images ordered");
    }

    /** Somebody who was in Neurology two months ago. */
    private static SimulatedPatient formerPatient(Script script) {
        SimulatedPatient patient = script.patient();
        script.file(script.papers()
                .encounter(patient, Department.NEUROLOGY, script.on(64, 9, 0), Optional.of(script.on(60, 9, 0))));
        return patient;
    }
}
