package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Many charts, but only just more than chance, by people who do their usual work beside. */
final class SubtleSeries {

    private static final String DOCUMENT = "DocumentReference";
    private static final int FIRST_DAY = 18;

    private SubtleSeries() {}

    static List<Consumer<Scene>> all() {
        return List.of(
                SubtleSeries::withinAnHour,
                SubtleSeries::lowAndSlow,
                SubtleSeries::byNumber,
                SubtleSeries::othersPatients,
                SubtleSeries::demographics,
                SubtleSeries::medication,
                SubtleSeries::bulk,
                SubtleSeries::drip,
                SubtleSeries::mass,
                SubtleSeries::mistakes,
                SubtleSeries::ownHabit,
                SubtleSeries::peers);
    }

    private static void withinAnHour(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE, Role.THERAPIST);
        scene.script()
                .incident(
                        "many-unexplained-patients",
                        scene.oneByOne(
                                culprit,
                                scene.cast().strangers(culprit, 11),
                                scene.sometime(),
                                Duration.ofMinutes(50),
                                Interaction.READ,
                                "Patient"),
                        culprit.portrait() + " opens eleven strangers' charts within an hour of work");
    }

    private static void lowAndSlow(Scene scene) {
        StaffMember culprit = scene.culprit(Role.PHYSICIAN);
        scene.script()
                .incident(
                        "serial-low-and-slow",
                        scene.dayByDay(
                                culprit, scene.cast().strangers(culprit, 10), 1, Interaction.READ, "Observation"),
                        culprit.portrait() + " opens one stranger's chart a day, for ten days");
    }

    private static void byNumber(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE, Role.PHYSICIAN);
        scene.script()
                .incident(
                        "record-numbers-in-sequence",
                        scene.oneByOne(
                                culprit,
                                scene.script().patientsInSequence(6, 60_001),
                                scene.sometime(),
                                Duration.ofMinutes(50),
                                Interaction.READ,
                                "Patient"),
                        culprit.portrait() + " opens six charts in the order of their numbers, amid the work");
    }

    private static void othersPatients(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        scene.script()
                .incident(
                        "other-departments-only",
                        scene.dayByDay(culprit, scene.cast().strangers(culprit, 6), 1, Interaction.READ, "Condition"),
                        culprit.portrait() + " opens one chart a day of other departments' former patients");
    }

    private static void demographics(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        scene.script()
                .incident(
                        "demographics-only",
                        scene.oneByOne(
                                culprit,
                                scene.cast().strangers(culprit, 17),
                                scene.script().today(9, 0),
                                Duration.ofMinutes(225),
                                Interaction.READ,
                                "Coverage"),
                        culprit.portrait() + " reads seventeen strangers' insurance, amid the work");
    }

    private static void medication(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        scene.script()
                .incident(
                        "medication-views",
                        scene.dayByDay(
                                culprit, scene.cast().strangers(culprit, 6), 1, Interaction.READ, "MedicationRequest"),
                        culprit.portrait() + " reads a stranger's prescriptions on each of six days");
    }

    private static void bulk(Scene scene) {
        StaffMember culprit = scene.culprit(Role.PHYSICIAN);
        scene.script()
                .incident(
                        "bulk-export",
                        scene.oneByOne(
                                culprit,
                                scene.cast().strangers(culprit, 22),
                                scene.sometime(),
                                Duration.ofMinutes(55),
                                Interaction.EXPORT,
                                DOCUMENT),
                        culprit.portrait() + " exports twenty-two patients' documents within an hour of work");
    }

    private static void drip(Scene scene) {
        StaffMember culprit = scene.culprit(Role.PHYSICIAN);
        scene.script()
                .incident(
                        "drip-export",
                        scene.dayByDay(culprit, scene.cast().strangers(culprit, 13), 1, Interaction.EXPORT, DOCUMENT),
                        culprit.portrait() + " exports one stranger's documents a day");
    }

    private static void mass(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        scene.script()
                .incident(
                        "mass-change-or-export",
                        scene.oneByOne(
                                culprit,
                                scene.cast().strangers(culprit, 54),
                                scene.sometime(),
                                Duration.ofMinutes(14),
                                Interaction.UPDATE,
                                "Observation"),
                        culprit.portrait()
                                + "'s account changes fifty-four patients' data within a quarter of an hour");
    }

    private static void mistakes(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        List<Act> glances = IntStream.range(0, 5)
                .mapToObj(daysBefore -> scene.script()
                        .read(culprit, scene.cast().strangers(culprit, 1).get(0), scene.sometime(daysBefore))
                        .lasting(Duration.ofSeconds(6)))
                .toList();
        scene.script()
                .incident(
                        "wrong-patient-too-often", glances, culprit.portrait() + " opens five wrong charts in a week");
    }

    private static void ownHabit(Scene scene) {
        Team team = Team.of(scene.script(), scene.script().hire(Department.NEUROLOGY, Role.PHYSICIAN), 46);
        scene.script().play(team.routine(FIRST_DAY, 1, 7, 12));
        scene.script()
                .incident(
                        "volume-above-own-habit",
                        team.workday(0, 46),
                        team.member().portrait() + " opens four times as many charts as usual");
    }

    /** Their colleagues are those of the blatant story: the same department and role. */
    private static void peers(Scene scene) {
        Team team = Team.of(scene.script(), scene.script().hire(Department.REHABILITATION, Role.THERAPIST), 66);
        scene.script().play(team.routine(FIRST_DAY, 1, 7, 12));
        scene.script()
                .incident(
                        "volume-above-peers",
                        team.workday(0, 66),
                        team.member().portrait() + " opens seven times as many charts as the peers");
    }
}
