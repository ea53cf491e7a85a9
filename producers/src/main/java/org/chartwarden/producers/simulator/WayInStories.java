package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How somebody got into a chart: by a search, past a refusal, or by breaking the glass. */
final class WayInStories implements Story {

    private static final String FOUND = "found-by-name";
    private static final String DENIED = "denied-then-granted";
    private static final String EMERGENCY = "emergency-without-care";
    private static final String EMERGENCIES = "many-emergencies";

    @Override
    public void tell(Script script) {
        foundByName(script);
        deniedFirst(script);
        emergency(script);
        emergencies(script);
    }

    private static void foundByName(Script script) {
        StaffMember culprit = script.hire(Department.ONCOLOGY, Role.THERAPIST);
        script.incident(
                FOUND,
                searchAndOpen(script, culprit, script.patient(), Duration.ofMinutes(3)),
                culprit.portrait() + " searches for a stranger by name and opens the chart");

        StaffMember later = script.hire(Department.ONCOLOGY, Role.THERAPIST);
        script.innocent(
                FOUND,
                searchAndOpen(script, later, script.patient(), Duration.ofMinutes(25)),
                "The chart was opened so much later that the search need not have led to it");

        StaffMember clerk = script.hire(Department.NEUROLOGY, Role.NURSE);
        SimulatedPatient expected = script.patient();
        script.file(script.papers().appointment(expected, Department.NEUROLOGY, script.today(14, 0)));
        script.innocent(
                FOUND,
                searchAndOpen(script, clerk, expected, Duration.ofMinutes(2)),
                "The patient has an appointment in the department this afternoon");
    }

    private static List<Act> searchAndOpen(
            Script script, StaffMember member, SimulatedPatient patient, Duration pause) {
        Instant time = script.today(11, 20);
        return List.of(
                Searches.byFamilyName(member, patient, time, script.chance()),
                script.read(member, patient, time.plus(pause)));
    }

    private static void deniedFirst(Script script) {
        StaffMember culprit = script.hire(Department.EMERGENCY, Role.NURSE);
        script.incident(
                DENIED,
                refusedAndOpened(script, culprit, script.patient(), Duration.ofMinutes(10)),
                culprit.portrait() + " is refused a stranger's chart and gets in by another way");

        StaffMember later = script.hire(Department.EMERGENCY, Role.NURSE);
        script.innocent(
                DENIED,
                refusedAndOpened(script, later, script.patient(), Duration.ofMinutes(150)),
                "The second attempt came hours after the refusal");

        Team treating = Team.of(script, script.hire(Department.SURGERY, Role.NURSE), 1);
        script.innocent(
                DENIED,
                refusedAndOpened(script, treating.member(), treating.ward().get(0), Duration.ofMinutes(10)),
                "The patient lies in the ward; the refusal was the mistake");
    }

    private static List<Act> refusedAndOpened(
            Script script, StaffMember member, SimulatedPatient patient, Duration pause) {
        Instant time = script.today(10, 10);
        return List.of(
                script.read(member, patient, time).in(Circumstance.REFUSED),
                script.read(member, patient, time.plus(pause)));
    }

    private static void emergency(Script script) {
        StaffMember culprit = script.hire(Department.PAEDIATRICS, Role.PHYSICIAN);
        script.incident(
                EMERGENCY,
                List.of(breakGlass(script, culprit, script.patient(), script.today(9, 15))),
                culprit.portrait() + " breaks the glass, and no emergency follows");

        StaffMember physician = script.hire(Department.INTENSIVE_CARE, Role.PHYSICIAN);
        SimulatedPatient rescued = script.patient();
        Instant time = script.today(9, 20);
        script.fileLate(
                time.plus(Duration.ofHours(3)),
                script.papers()
                        .encounter(rescued, Department.EMERGENCY, time.plus(Duration.ofMinutes(20)), Optional.empty()));
        script.innocent(
                EMERGENCY,
                List.of(breakGlass(script, physician, rescued, time)),
                "The patient was admitted as an emergency; the paperwork came hours later");
    }

    private static void emergencies(Script script) {
        StaffMember culprit = script.hire(Department.MATERNITY, Role.NURSE);
        script.incident(
                EMERGENCIES,
                brokenGlass(script, culprit, script.patients(5)),
                culprit.portrait() + " breaks the glass five times within a week");

        StaffMember innocent = script.hire(Department.EMERGENCY, Role.PHYSICIAN);
        List<SimulatedPatient> rescued = script.patients(3);
        List<Act> rescues = brokenGlass(script, innocent, rescued);
        for (int number = 0; number < rescued.size(); number++) {
            Instant admission = rescues.get(number).time().plus(Duration.ofMinutes(5));
            script.file(
                    script.papers().encounter(rescued.get(number), Department.EMERGENCY, admission, Optional.empty()));
        }
        script.innocent(EMERGENCIES, rescues, "Three real emergencies within a week");
    }

    /** One a day, the last one today. */
    private static List<Act> brokenGlass(Script script, StaffMember member, List<SimulatedPatient> patients) {
        List<Act> acts = new ArrayList<>();
        for (int number = 0; number < patients.size(); number++) {
            Instant time = script.on(patients.size() - 1 - number, 16, 30);
            acts.add(breakGlass(script, member, patients.get(number), time));
        }
        return acts;
    }

    private static Act breakGlass(Script script, StaffMember member, SimulatedPatient patient, Instant time) {
        return script.read(member, patient, time).in(Circumstance.BREAK_THE_GLASS);
    }
}
