package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Innocent accesses that nothing on record explains: a phone call about a patient of another ward, a wrong click. Real
 * hospitals have a few percent of them. Spread so thin that they add up to nothing.
 */
final class Noise {

    /** Also the most patients that one member opens within any hour. */
    private static final int MOST_PATIENTS_EACH = 4;

    private static final int LONGEST_SITTING = 4;

    private final Workday workday;
    private final List<StaffMember> members;
    private final Chance chance;
    private final Charting charting;

    /** @param members who may make such accesses: those without a part in any other story */
    Noise(Workday workday, List<StaffMember> members) {
        this.workday = workday;
        this.members = members;
        this.chance = Chance.ofDay(workday.plan(), "noise");
        this.charting = new Charting(chance);
    }

    /** About so many accesses, fewer where the members are too few to stay inconspicuous. */
    List<Act> acts(int accesses) {
        List<StaffMember> turns = Collections.nCopies(MOST_PATIENTS_EACH, members).stream()
                .flatMap(List::stream)
                .toList();
        List<Act> acts = new ArrayList<>();
        for (StaffMember member : chance.shuffled(turns)) {
            if (acts.size() < accesses) {
                acts.addAll(openStranger(member));
            }
        }
        return acts;
    }

    private List<Act> openStranger(StaffMember member) {
        String patientId = chance.pick(workday.strangersTo(member));
        Instant time = workday.timeLeaving(Duration.ZERO, member, chance);
        return charting.open(Opening.withoutCare(member, patientId), time, chance.between(1, LONGEST_SITTING));
    }
}
