package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Ways in, times and places that are only just unusual. */
final class SubtleWays {

    private static final String ELSEWHERE = "172.16.4.20";
    private static final String OTHER_DESK = "10.20.88.15";
    private static final String MACHINES = "10.30.1.9";
    private static final String OTHER_MACHINES = "10.32.1.9";
    private static final int FIRST_DAY = 18;

    private SubtleWays() {}

    static List<Consumer<Scene>> all() {
        return List.of(
                SubtleWays::foundByName,
                SubtleWays::denied,
                SubtleWays::emergency,
                SubtleWays::emergencies,
                SubtleWays::offShift,
                SubtleWays::onLeave,
                SubtleWays::terminated,
                SubtleWays::dormant,
                SubtleWays::twoPlaces,
                SubtleWays::newNetwork,
                SubtleWays::newWorkstation,
                SubtleWays::device,
                SubtleWays::interactive,
                SubtleWays::serviceElsewhere);
    }

    private static void foundByName(Scene scene) {
        Script script = scene.script();
        StaffMember culprit = scene.culprit(Role.NURSE);
        SimulatedPatient stranger = scene.cast().strangers(culprit, 1).get(0);
        Instant time = scene.sometime();
        script.incident(
                "found-by-name",
                List.of(
                        Searches.byFamilyName(culprit, stranger, time, script.chance()),
                        script.read(culprit, stranger, time.plus(Duration.ofMinutes(8)))),
                culprit.portrait() + " searches for a name and opens the chart eight minutes later");
    }

    private static void denied(Scene scene) {
        Script script = scene.script();
        StaffMember culprit = scene.culprit(Role.NURSE);
        SimulatedPatient stranger = scene.cast().strangers(culprit, 1).get(0);
        Instant time = scene.sometime();
        script.incident(
                "denied-then-granted",
                List.of(
                        script.read(culprit, stranger, time).in(Circumstance.REFUSED),
                        script.read(culprit, stranger, time.plus(Duration.ofMinutes(50)))),
                culprit.portrait() + " is refused a chart and opens it fifty minutes later");
    }

    private static void emergency(Scene scene) {
        StaffMember culprit = scene.culprit(Role.PHYSICIAN);
        SimulatedPatient stranger = scene.cast().strangers(culprit, 1).get(0);
        scene.script()
                .incident(
                        "emergency-without-care",
                        List.of(scene.script()
                                .read(culprit, stranger, scene.sometime())
                                .in(Circumstance.BREAK_THE_GLASS)),
                        culprit.portrait() + " breaks the glass for a former patient of another department");
    }

    private static void emergencies(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        List<Act> acts =
                scene.dayByDay(culprit, scene.cast().strangers(culprit, 4), 2, Interaction.READ, "Patient").stream()
                        .map(act -> act.in(Circumstance.BREAK_THE_GLASS))
                        .toList();
        scene.script().incident("many-emergencies", acts, culprit.portrait() + " breaks the glass every other day");
    }

    private static void offShift(Scene scene) {
        StaffMember culprit = scene.culprit(Role.NURSE);
        SimulatedPatient stranger = scene.cast().strangers(culprit, 1).get(0);
        scene.script()
                .incident(
                        "off-shift",
                        List.of(scene.script()
                                .read(culprit, stranger, scene.script().today(17, 20))),
                        culprit.portrait() + " opens a stranger's chart two hours after the shift");
    }

    /** An own patient's chart: on another day nobody would ask. */
    private static void onLeave(Scene scene) {
        Script script = scene.script();
        Team team = Team.of(
                script,
                script.hire(
                        Department.NEUROLOGY,
                        Role.NURSE,
                        drawn -> drawn.onLeave(script.on(3, 0, 0), script.on(-1, 0, 0))),
                1);
        script.incident(
                "on-leave", team.workday(0, 1), team.member().portrait() + " reads an own patient's chart on leave");
    }

    private static void terminated(Scene scene) {
        Script script = scene.script();
        Team team = Team.of(
                script,
                script.hire(Department.MATERNITY, Role.NURSE, drawn -> drawn.employedUntil(script.on(1, 17, 0))),
                1);
        script.incident(
                "after-termination",
                team.workday(0, 1),
                team.member().portrait() + "'s account reads a chart on the day after the employment's end");
    }

    private static void dormant(Scene scene) {
        Team team = Team.of(scene.script(), scene.script().hire(Department.SURGERY, Role.NURSE), 2);
        scene.script().play(team.routine(78, 62, 1, 2));
        scene.script()
                .incident(
                        "dormant-account",
                        team.workday(0, 1),
                        team.member().portrait() + "'s account reads one chart after two months of silence");
    }

    private static void twoPlaces(Scene scene) {
        Script script = scene.script();
        Team team = Team.of(script, script.hire(Department.ONCOLOGY, Role.PHYSICIAN), 2);
        Act here = script.read(team.member(), team.ward().get(0), script.today(11, 0));
        Act there = script.read(team.member(), team.ward().get(1), script.today(11, 9));
        script.incident(
                "two-places-at-once",
                List.of(here, there.from(Desk.of(team.member()).at(ELSEWHERE))),
                team.member().portrait() + "'s account is used from two networks within nine minutes");
    }

    private static void newNetwork(Scene scene) {
        elsewhere(
                scene,
                "new-network",
                ELSEWHERE,
                "opens one stranger's chart from a network of the house never used before");
    }

    private static void newWorkstation(Scene scene) {
        elsewhere(scene, "new-workstation", OTHER_DESK, "opens one stranger's chart at a desk never used before");
    }

    private static void elsewhere(Scene scene, String ruleId, String address, String description) {
        Script script = scene.script();
        Team team = Team.of(script, script.hire(Department.PAEDIATRICS, Role.NURSE), 3);
        script.play(team.routine(FIRST_DAY, 1, 2, 4));
        SimulatedPatient stranger = scene.cast().strangers(team.member(), 1).get(0);
        Act read = script.read(team.member(), stranger, scene.sometime());
        script.incident(
                ruleId,
                List.of(read.from(Desk.of(team.member()).at(address))),
                team.member().portrait() + " " + description);
    }

    private static void device(Scene scene) {
        Script script = scene.script();
        Team scanner = machine(scene, Role.MODALITY, "Ultrasound");
        List<Act> past = new ArrayList<>();
        for (int daysBefore = FIRST_DAY; daysBefore > 0; daysBefore--) {
            past.addAll(scanner.round(
                            script.on(daysBefore, 12, 0), Duration.ofMinutes(9), Interaction.CREATE, "ImagingStudy")
                    .toList());
        }
        script.play(past);
        script.incident(
                "device-out-of-habit",
                List.of(script.act(
                        scanner.member(), scanner.ward().get(0), script.today(12, 5), Interaction.READ, "Observation")),
                "An ultrasound's account reads one value");
    }

    private static void interactive(Scene scene) {
        Team service = service(scene);
        scene.script()
                .incident(
                        "service-account-interactive",
                        moved(
                                service.workday(0, 1),
                                Desk.of(service.member()).at(MACHINES).attended()),
                        "Somebody uses a service account by hand once, from its own network");
    }

    private static void serviceElsewhere(Scene scene) {
        Team service = service(scene);
        scene.script()
                .incident(
                        "service-account-elsewhere",
                        moved(service.workday(0, 1), Desk.of(service.member()).at(OTHER_MACHINES)),
                        "A service account is used once from the network of other machines");
    }

    private static Team service(Scene scene) {
        Team service = machine(scene, Role.SOFTWARE, "Archive interface");
        scene.script()
                .play(moved(
                        service.routine(FIRST_DAY, 1, 2, 4),
                        Desk.of(service.member()).at(MACHINES)));
        return service;
    }

    private static Team machine(Scene scene, Role role, String name) {
        Script script = scene.script();
        return Team.of(
                script, script.hire(Department.RADIOLOGY, role, drawn -> drawn.named(new PersonName(name, ""))), 2);
    }

    private static List<Act> moved(List<Act> acts, Desk desk) {
        return Stream.of(acts).flatMap(List::stream).map(act -> act.from(desk)).toList();
    }
}
