package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** From where charts are opened: two places at once, a strange network, a strange desk. */
final class PlaceStories implements Story {

    /** Outside of the hospital (RFC 5737). */
    private static final String FAR_AWAY = "203.0.113.77";

    private static final String AT_HOME = "198.51.100.20";
    private static final String NEXT_ROOM = "10.20.90.7";
    private static final int FIRST_DAY = 18;

    @Override
    public void tell(Script script) {
        twoPlaces(script);
        newNetwork(script);
        newWorkstation(script);
    }

    private static void twoPlaces(Script script) {
        Team culprit = newcomer(script, Department.CARDIOLOGY);
        script.incident(
                "two-places-at-once",
                twice(culprit, Duration.ofMinutes(4), FAR_AWAY),
                culprit.member().portrait() + "'s account is used here and far away within minutes");

        Team nextRoom = newcomer(script, Department.NEUROLOGY);
        script.innocent(
                "two-places-at-once",
                twice(nextRoom, Duration.ofMinutes(4), NEXT_ROOM),
                "The second desk is in the next room, in the same network");

        Team wentHome = newcomer(script, Department.SURGERY);
        script.innocent(
                "two-places-at-once",
                twice(wentHome, Duration.ofMinutes(55), AT_HOME),
                "There was time to go home and look something up from there");
    }

    private static List<Act> twice(Team team, Duration pause, String address) {
        Script script = team.script();
        Instant time = script.today(15, 0);
        Act here = script.read(team.member(), team.ward().get(0), time);
        Act there = script.read(team.member(), team.ward().get(1), time.plus(pause));
        return List.of(here, there.from(Desk.of(team.member()).at(address)));
    }

    private static void newNetwork(Script script) {
        Team culprit = settled(script, Department.ONCOLOGY);
        script.incident(
                "new-network",
                from(FAR_AWAY, script.look(culprit.member(), script.patient(), script.today(16, 0))),
                culprit.member().portrait() + " opens a stranger's chart from a network never used before");

        Team innocent = settled(script, Department.ONCOLOGY);
        script.innocent(
                "new-network",
                from(AT_HOME, innocent.workday(0, 3)),
                "The first day of working from home, on charts of own patients");
    }

    private static void newWorkstation(Script script) {
        Team culprit = settled(script, Department.MATERNITY);
        script.incident(
                "new-workstation",
                from(NEXT_ROOM, script.look(culprit.member(), script.patient(), script.today(16, 10))),
                culprit.member().portrait() + " opens a stranger's chart at a desk never used before");

        Team covering = settled(script, Department.MATERNITY);
        script.innocent(
                "new-workstation",
                from(NEXT_ROOM, covering.workday(0, 3)),
                "A desk never used before, but charts of own patients");

        Team usual = settled(script, Department.SURGERY);
        List<Act> day = Stream.concat(
                        usual.workday(0, 3).stream(),
                        script.look(usual.member(), script.patient(), script.today(16, 15)).stream())
                .toList();
        script.innocent("new-workstation", day, "A stranger's chart, but at the usual desk");
    }

    private static List<Act> from(String address, List<Act> acts) {
        return acts.stream()
                .map(act -> act.from(Desk.of(act.opening().user()).at(address)))
                .toList();
    }

    /** Nobody can know the habits of one who has none. */
    private static Team newcomer(Script script, Department department) {
        return Team.of(script, script.hire(department, Role.THERAPIST), 2);
    }

    /** Works every day at the same desk, for longer than the rules need to learn. */
    private static Team settled(Script script, Department department) {
        Team team = Team.of(script, script.hire(department, Role.THERAPIST), 3);
        script.play(team.routine(FIRST_DAY, 1, 2, 4));
        return team;
    }
}
