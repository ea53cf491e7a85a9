package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.producers.simulator.Papers.Ordered;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;
import org.hl7.fhir.r4.model.Encounter;

/** Looks at people whom everybody knows: VIPs, co-workers, whoever is in the news. */
final class CuriosityStories implements Story {

    private static final String VIP = "vip-without-explanation";
    private static final String COWORKER = "coworker-record";

    @Override
    public void tell(Script script) {
        curiousAboutVips(script);
        cancelledEvidence(script);
        curiousAboutCoworkers(script);
        treatedCoworkers(script);
        returning(script);
        crowd(script);
    }

    private static void curiousAboutVips(Script script) {
        for (Department department : List.of(Department.NEUROLOGY, Department.SURGERY, Department.MATERNITY)) {
            StaffMember nurse = script.hire(department, Role.NURSE);
            SimulatedPatient vip = script.vip();
            Instant time = script.today(9, department.ordinal());
            List<Act> looks = Stream.concat(
                            script.look(nurse, vip, time).stream(),
                            script.look(nurse, vip, time.plus(Duration.ofHours(2))).stream())
                    .toList();
            script.incident(VIP, looks, nurse.portrait() + " opens a VIP's chart twice without a part in the care");
        }
        StaffMember refused = script.hire(Department.ONCOLOGY, Role.NURSE);
        Act attempt = script.read(refused, script.vip(), script.today(10, 0));
        script.innocent(VIP, List.of(attempt.in(Circumstance.REFUSED)), "The system refused: nothing was shown");
    }

    /** The only reason was called off before the chart was opened; elsewhere another visit took its place. */
    private static void cancelledEvidence(Script script) {
        Papers papers = script.papers();
        StaffMember culprit = script.hire(Department.CARDIOLOGY, Role.NURSE);
        SimulatedPatient vip = script.vip();
        Encounter visit = papers.encounter(vip, Department.CARDIOLOGY, script.on(1, 8, 0), Optional.empty());
        script.file(visit);
        script.fileLate(script.today(8, 30), papers.cancelled(visit));
        script.incident(
                VIP,
                script.look(culprit, vip, script.today(11, 0)),
                culprit.portrait() + " opens a VIP's chart after the visit was cancelled");

        StaffMember nurse = script.hire(Department.CARDIOLOGY, Role.NURSE);
        SimulatedPatient moved = script.vip();
        Encounter planned = papers.encounter(moved, Department.CARDIOLOGY, script.on(1, 8, 0), Optional.empty());
        script.file(planned);
        script.fileLate(script.today(8, 30), papers.cancelled(planned));
        script.fileLate(
                script.today(8, 35),
                papers.encounter(moved, Department.CARDIOLOGY, script.today(9, 0), Optional.empty(), nurse));
        script.innocent(
                VIP,
                script.look(nurse, moved, script.today(11, 30)),
                "The visit was cancelled, and another has taken its place");
    }

    private static SimulatedPatient coworker(Script script) {
        SimulatedPatient patient = script.patient(drawn -> drawn.as(Kind.COWORKER));
        script.hire(
                Department.ORTHOPAEDICS,
                Role.NURSE,
                drawn -> new StaffMember(
                        drawn.userId(),
                        patient.name(),
                        drawn.role(),
                        drawn.shift(),
                        drawn.departments(),
                        patient.home(),
                        Optional.of(patient.patientId()),
                        drawn.employment()));
        return patient;
    }

    private static void curiousAboutCoworkers(Script script) {
        for (Department department : List.of(Department.RADIOLOGY, Department.SURGERY, Department.EMERGENCY)) {
            StaffMember culprit = script.hire(department, Role.PHYSICIAN);
            Instant time = script.today(13, department.ordinal());
            script.incident(
                    COWORKER,
                    script.look(culprit, coworker(script), time),
                    culprit.portrait() + " opens a co-worker's chart without a part in the care");
        }
    }

    private static void treatedCoworkers(Script script) {
        Papers papers = script.papers();
        StaffMember consultant = script.hire(Department.CARDIOLOGY, Role.PHYSICIAN);
        StaffMember colleague = script.hire(Department.CARDIOLOGY, Role.PHYSICIAN);
        SimulatedPatient inpatient = coworker(script);
        script.file(papers.encounter(inpatient, Department.SURGERY, script.on(2, 10, 0), Optional.empty(), consultant));
        script.innocent(
                COWORKER,
                script.look(colleague, inpatient, script.today(10, 20)),
                "A colleague of the same department and role is the consultant");

        StaffMember technician = script.hire(Department.LABORATORY, Role.LABORATORY_TECHNICIAN);
        SimulatedPatient tested = coworker(script);
        script.file(papers.order(Ordered.LABORATORY, tested, consultant, Department.LABORATORY, script.today(7, 0)));
        script.innocent(
                COWORKER,
                script.look(technician, tested, script.today(9, 40)),
                "A laboratory test of the co-worker is ordered");
    }

    /** Back on three days; or on two, the third having a reason. */
    private static void returning(Script script) {
        StaffMember culprit = script.hire(Department.ONCOLOGY, Role.THERAPIST);
        SimulatedPatient patient = script.patient();
        List<Act> looks = Stream.of(9, 6, 3, 0)
                .flatMap(daysBefore -> script.look(culprit, patient, script.on(daysBefore, 14, 5)).stream())
                .toList();
        script.incident("repeated-return", looks, culprit.portrait() + " returns to a stranger's chart on four days");

        StaffMember innocent = script.hire(Department.ONCOLOGY, Role.THERAPIST);
        SimulatedPatient treated = script.patient();
        script.fileLate(
                script.on(0, 8, 0),
                script.papers().encounter(treated, Department.ONCOLOGY, script.on(0, 8, 0), Optional.empty()));
        List<Act> visits = Stream.of(10, 7, 0)
                .flatMap(daysBefore -> script.look(innocent, treated, script.on(daysBefore, 14, 5)).stream())
                .toList();
        script.innocent("repeated-return", visits, "On two days only; on the third the patient lies in the ward");
    }

    private static void crowd(Script script) {
        SimulatedPatient famous = script.patient();
        script.patientsIncident(
                "crowd-on-one-patient",
                onlookers(script, famous, 7),
                "Seven people of seven departments open the chart of a patient in the news");

        SimulatedPatient referred = script.patient();
        List<Act> strangers = onlookers(script, referred, 4);
        script.file(
                script.papers().encounter(referred, Department.INTENSIVE_CARE, script.on(1, 9, 0), Optional.empty()));
        List<Act> treatment = IntStream.range(0, 3)
                .mapToObj(number -> script.read(
                        script.hire(Department.INTENSIVE_CARE, Role.NURSE), referred, script.today(11, number)))
                .toList();
        script.patientsInnocent(
                "crowd-on-one-patient",
                Stream.concat(strangers.stream(), treatment.stream()).toList(),
                "Four strangers, and those who treat the patient");
    }

    private static List<Act> onlookers(Script script, SimulatedPatient patient, int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> script.read(
                        script.hire(Department.USUAL.get(index), Role.THERAPIST), patient, script.today(8 + index, 15)))
                .toList();
    }
}
