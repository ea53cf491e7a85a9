package org.chartwarden.producers.simulator;

import java.util.List;
import java.util.stream.Stream;

/** More patients in a day than usual: than the person's own usual, and than the colleagues' usual. All have a reason. */
final class VolumeStories implements Story {

    private static final String OWN = "volume-above-own-habit";
    private static final String PEERS = "volume-above-peers";
    private static final int FIRST_DAY = 18;
    private static final int COLLEAGUES = 6;

    @Override
    public void tell(Script script) {
        ownHabit(script);
        peers(script);
    }

    private static void ownHabit(Script script) {
        Team culprit = Team.of(script, script.hire(Department.MATERNITY, Role.PHYSICIAN), 70);
        script.play(culprit.routine(FIRST_DAY, 1, 7, 12));
        script.incident(
                OWN, culprit.workday(0, 70), culprit.member().portrait() + " opens seven times as many as usual");

        Team busy = Team.of(script, script.hire(Department.PAEDIATRICS, Role.PHYSICIAN), 50);
        script.play(busy.routine(FIRST_DAY, 1, 25, 45));
        script.innocent(OWN, busy.workday(0, 50), "Fifty patients a day are not unusual for this physician");

        Team quiet = Team.of(script, script.hire(Department.PAEDIATRICS, Role.THERAPIST), 40);
        script.play(quiet.routine(FIRST_DAY, 1, 7, 12));
        script.innocent(OWN, quiet.workday(0, 40), "Four times the usual, and still fewer than anybody asks about");
    }

    /** The physiotherapists of Rehabilitation know each other's day. */
    private static void peers(Script script) {
        Team culprit = Team.of(script, script.hire(Department.REHABILITATION, Role.THERAPIST), 90);
        script.play(culprit.routine(FIRST_DAY, 1, 7, 12));
        for (int number = 0; number < COLLEAGUES; number++) {
            Team colleague = culprit.with(script.hire(Department.REHABILITATION, Role.THERAPIST));
            script.play(colleague.routine(FIRST_DAY, 0, 7, 12));
        }
        script.incident(
                PEERS, culprit.workday(0, 90), culprit.member().portrait() + " opens nine times as many as the peers");

        Team substitute = culprit.with(script.hire(Department.REHABILITATION, Role.THERAPIST));
        List<Act> day = Stream.concat(substitute.workday(1, 10).stream(), substitute.workday(0, 58).stream())
                .toList();
        script.innocent(PEERS, day, "A substitute's busy day, and still fewer than anybody asks about");
    }
}
