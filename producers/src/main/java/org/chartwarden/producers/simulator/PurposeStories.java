package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What somebody looks for: insurance data, drugs; or nothing, by mistake. */
final class PurposeStories implements Story {

    private static final String DEMOGRAPHICS = "demographics-only";
    private static final String MEDICATION = "medication-views";
    private static final String MISTAKES = "wrong-patient-too-often";
    private static final String PRESCRIPTION = "MedicationRequest";

    @Override
    public void tell(Script script) {
        demographics(script);
        medication(script);
        mistakes(script);
    }

    private static void demographics(Script script) {
        StaffMember culprit = script.hire(Department.EMERGENCY, Role.NURSE);
        script.incident(
                DEMOGRAPHICS,
                coverages(script, culprit, script.patients(18)),
                culprit.portrait() + " reads eighteen strangers' insurance and nothing else");

        StaffMember clerk = script.hire(Department.REGISTRATION, Role.REGISTRATION_CLERK);
        List<SimulatedPatient> expected = script.patients(18);
        expected.forEach(
                patient -> script.file(script.papers().appointment(patient, Department.ONCOLOGY, script.today(15, 0))));
        script.innocent(DEMOGRAPHICS, coverages(script, clerk, expected), "Registration prepares the appointments");

        StaffMember few = script.hire(Department.EMERGENCY, Role.NURSE);
        script.innocent(
                DEMOGRAPHICS, coverages(script, few, script.patients(8)), "Eight strangers in an afternoon only");
    }

    private static List<Act> coverages(Script script, StaffMember member, List<SimulatedPatient> patients) {
        return Series.of(
                script, member, patients, script.today(8, 0), Duration.ofMinutes(10), Interaction.READ, "Coverage");
    }

    private static void medication(Script script) {
        StaffMember culprit = script.hire(Department.SURGERY, Role.NURSE);
        script.incident(
                MEDICATION,
                prescriptions(script, culprit, script.patients(8)),
                culprit.portrait() + " reads the prescriptions of eight strangers within a week");

        StaffMember innocent = script.hire(Department.SURGERY, Role.NURSE);
        script.innocent(
                MEDICATION, prescriptions(script, innocent, script.patients(5)), "Five strangers only in a week");

        StaffMember pharmacist = script.hire(Department.PHARMACY, Role.PHARMACIST);
        StaffMember physician = script.hire(Department.SURGERY, Role.PHYSICIAN);
        List<SimulatedPatient> supplied = script.patients(8);
        supplied.forEach(patient -> script.file(script.papers().prescription(patient, physician, script.on(6, 9, 0))));
        script.innocent(
                MEDICATION, prescriptions(script, pharmacist, supplied), "The pharmacist fills these prescriptions");
    }

    private static List<Act> prescriptions(Script script, StaffMember member, List<SimulatedPatient> patients) {
        return Series.of(
                script, member, patients, script.on(5, 17, 0), Duration.ofHours(15), Interaction.READ, PRESCRIPTION);
    }

    /** Opened and closed again within seconds. */
    private static void mistakes(Script script) {
        StaffMember culprit = script.hire(Department.RADIOLOGY, Role.NURSE);
        script.incident(
                MISTAKES,
                glances(script, culprit, 6),
                culprit.portrait() + " opens the wrong chart six times within a week");

        StaffMember innocent = script.hire(Department.RADIOLOGY, Role.NURSE);
        script.innocent(MISTAKES, glances(script, innocent, 4), "Four wrong clicks within a week");
    }

    private static List<Act> glances(Script script, StaffMember member, int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> script.read(member, script.patient(), script.on(index, 9, 50))
                        .lasting(Duration.ofSeconds(4)))
                .toList();
    }
}
