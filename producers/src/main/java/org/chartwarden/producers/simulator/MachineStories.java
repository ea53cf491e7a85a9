package org.chartwarden.producers.simulator;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Accounts of machines, which do the same every day until somebody else uses them. */
final class MachineStories implements Story {

    private static final String OUT_OF_HABIT = "device-out-of-habit";
    private static final String INTERACTIVE = "service-account-interactive";
    private static final String ELSEWHERE = "service-account-elsewhere";
    private static final String USUAL_NETWORK = "10.30.1.9";
    private static final String STANDBY_NETWORK = "10.31.1.9";
    private static final String STRANGE_NETWORK = "192.0.2.66";
    private static final int FIRST_DAY = 18;

    @Override
    public void tell(Script script) {
        modality(script);
        interactive(script);
        elsewhere(script);
    }

    private static void modality(Script script) {
        Team culprit = scanner(script);
        script.incident(
                OUT_OF_HABIT,
                culprit.ward().stream()
                        .map(patient -> script.act(
                                culprit.member(), patient, script.today(2, 10), Interaction.READ, "DocumentReference"))
                        .toList(),
                "A scanner's account reads letters for the first time");

        Team innocent = scanner(script);
        script.innocent(OUT_OF_HABIT, images(innocent, 0), "A scanner writes images as it does every day");
    }

    private static Team scanner(Script script) {
        Team scanner = machine(script, Department.RADIOLOGY, Role.MODALITY, "CT scanner");
        for (int daysBefore = FIRST_DAY; daysBefore > 0; daysBefore--) {
            script.play(images(scanner, daysBefore));
        }
        return scanner;
    }

    private static List<Act> images(Team scanner, int daysBefore) {
        Script script = scanner.script();
        return scanner.ward().stream()
                .map(patient -> script.act(
                        scanner.member(), patient, script.on(daysBefore, 12, 0), Interaction.CREATE, "ImagingStudy"))
                .toList();
    }

    private static void interactive(Script script) {
        Team culprit = service(script);
        script.incident(
                INTERACTIVE,
                changed(
                        culprit.workday(0, 3),
                        act -> act.from(
                                Desk.of(culprit.member()).at(USUAL_NETWORK).attended())),
                "Somebody has logged in by hand with a service account");
        Team innocent = service(script);
        script.innocent(
                INTERACTIVE,
                changed(innocent.workday(0, 3), at(innocent, USUAL_NETWORK)),
                "The service account works by itself, as it does every day");
    }

    private static void elsewhere(Script script) {
        Team culprit = service(script);
        script.incident(
                ELSEWHERE,
                changed(culprit.workday(0, 3), at(culprit, STRANGE_NETWORK)),
                "A service account is used from a network that is not its own");

        Team innocent = service(script);
        script.play(changed(innocent.routine(15, 10, 1, 2), at(innocent, STANDBY_NETWORK)));
        List<Act> day = Stream.concat(
                        changed(innocent.workday(0, 3), at(innocent, USUAL_NETWORK)).stream(),
                        changed(innocent.workday(0, 2), at(innocent, STANDBY_NETWORK)).stream())
                .toList();
        script.innocent(ELSEWHERE, day, "The standby network was in use last week too");
    }

    /** In use from its own network, for longer than the rules need to learn. */
    private static Team service(Script script) {
        Team service = machine(script, Department.LABORATORY, Role.SOFTWARE, "Laboratory interface");
        script.play(changed(service.routine(FIRST_DAY, 1, 2, 4), at(service, USUAL_NETWORK)));
        return service;
    }

    private static Team machine(Script script, Department department, Role role, String name) {
        StaffMember machine = script.hire(department, role, drawn -> drawn.named(new PersonName(name, "")));
        return Team.of(script, machine, 3);
    }

    private static UnaryOperator<Act> at(Team team, String network) {
        Desk desk = Desk.of(team.member()).at(network);
        return act -> act.from(desk);
    }

    private static List<Act> changed(List<Act> acts, UnaryOperator<Act> change) {
        return acts.stream().map(change).toList();
    }
}
