package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwarden.producers.simulator.Papers.Ordered;

/** One stranger's chart after the other: within an hour, over a month, by number, or by fame. */
final class SerialStories implements Story {

    private static final String MANY = "many-unexplained-patients";
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    @Override
    public void tell(Script script) {
        withinAnHour(script);
        lowAndSlow(script);
        byNumber(script);
        accumulated(script);
    }

    private static void withinAnHour(Script script) {
        for (Department department : List.of(Department.SURGERY, Department.MATERNITY, Department.EMERGENCY)) {
            StaffMember culprit = script.hire(department, Role.NURSE);
            List<SimulatedPatient> strangers = script.patients(script.chance().between(13, 18));
            script.incident(
                    MANY,
                    Series.reads(script, culprit, strangers, script.today(14, department.ordinal()), THREE_MINUTES),
                    culprit.portrait() + " opens the charts of " + strangers.size() + " strangers within an hour");
        }
        // As many patients, but for five of them the orders are only slow.
        StaffMember technician = script.hire(Department.RADIOLOGY, Role.THERAPIST);
        StaffMember physician = script.hire(Department.SURGERY, Role.PHYSICIAN);
        List<SimulatedPatient> patients = script.patients(13);
        Instant begin = script.today(10, 0);
        patients.subList(0, 5)
                .forEach(patient -> script.fileLate(
                        script.today(13, 30),
                        script.papers().order(Ordered.IMAGING, patient, physician, Department.RADIOLOGY, begin)));
        script.innocent(
                MANY,
                Series.reads(script, technician, patients, begin, THREE_MINUTES),
                "Eight strangers only: the orders for the other five arrive in the afternoon");
    }

    /** Never more than three in a week. */
    private static void lowAndSlow(Script script) {
        StaffMember culprit = script.hire(Department.INTENSIVE_CARE, Role.THERAPIST);
        script.incident(
                "serial-low-and-slow",
                everyThreeDays(script, culprit, 10),
                culprit.portrait() + " opens a stranger's chart every third day for a month");

        StaffMember innocent = script.hire(Department.INTENSIVE_CARE, Role.PHYSICIAN);
        script.innocent("serial-low-and-slow", everyThreeDays(script, innocent, 8), "Eight strangers in a month");
    }

    private static List<Act> everyThreeDays(Script script, StaffMember member, int patients) {
        return Series.reads(
                script, member, script.patients(patients), script.on((patients - 1) * 3, 13, 0), Duration.ofDays(3));
    }

    private static void byNumber(Script script) {
        StaffMember culprit = script.hire(Department.NEUROLOGY, Role.PHYSICIAN);
        script.incident(
                "record-numbers-in-sequence",
                Series.reads(
                        script,
                        culprit,
                        script.patientsInSequence(8, 40_001),
                        script.today(13, 0),
                        Duration.ofMinutes(2)),
                culprit.portrait() + " opens eight charts in the order of their numbers");

        StaffMember innocent = script.hire(Department.NEUROLOGY, Role.PHYSICIAN);
        script.innocent(
                "record-numbers-in-sequence",
                Series.reads(
                        script,
                        innocent,
                        script.patientsInSequence(5, 50_001),
                        script.today(13, 30),
                        Duration.ofMinutes(2)),
                "Five numbers in sequence may be chance");
    }

    /** Two VIPs a day on four days; and somebody who treats as many. */
    private static void accumulated(Script script) {
        StaffMember culprit = script.hire(Department.ORTHOPAEDICS, Role.NURSE);
        StaffMember physician = script.hire(Department.ONCOLOGY, Role.PHYSICIAN);
        List<Act> looks = new ArrayList<>();
        List<Act> care = new ArrayList<>();
        for (int daysBefore : List.of(6, 4, 2, 0)) {
            for (int number : List.of(0, 1)) {
                looks.add(script.read(culprit, script.vip(), script.on(daysBefore, 12 + number, 30)));
                SimulatedPatient treated = script.vip();
                script.file(script.papers()
                        .encounter(
                                treated,
                                Department.SURGERY,
                                script.on(daysBefore + 1, 9, 0),
                                Optional.empty(),
                                physician));
                care.add(script.read(physician, treated, script.on(daysBefore, 12 + number, 40)));
            }
        }
        script.incident("accumulated-risk", looks, culprit.portrait() + " opens two VIPs' charts every other day");
        script.innocent("accumulated-risk", care, "The physician is the consultant of all these VIPs");
    }
}
