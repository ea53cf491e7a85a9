package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Innocent accesses that nothing on record explains: a phone call about a patient of another ward, a wrong click. Real
 * hospitals have a few percent of them. Spread so thin that they add up to nothing: nobody opens more than two such
 * charts, and each chart is opened once.
 */
final class Noise {

    private static final int MOST_PATIENTS_EACH = 2;
    private static final int LONGEST_SITTING = 4;

    private final Workday workday;
    private final List<StaffMember> members;
    private final Chance chance;
    private final Charting charting;
    private final List<SimulatedPatient> unopened;

    Noise(Workday workday, List<StaffMember> members) {
        this.workday = workday;
        this.members = members;
        this.chance = Chance.ofDay(workday.plan(), "noise");
        this.charting = new Charting(chance);
        this.unopened = chance.shuffled(workday.hospital().patients());
    }

    /** About so many accesses, fewer where the members are too few to stay inconspicuous. */
    List<Act> acts(int accesses) {
        List<Act> acts = new ArrayList<>();
        for (int round = 0; round < MOST_PATIENTS_EACH; round++) {
            for (StaffMember member : chance.shuffled(members)) {
                if (acts.size() < accesses) {
                    acts.addAll(openStranger(member));
                }
            }
        }
        return acts;
    }

    private List<Act> openStranger(StaffMember member) {
        SimulatedPatient stranger = unopened.stream()
                .filter(patient -> workday.strangers(member, patient))
                .findFirst()
                .orElseThrow();
        unopened.remove(stranger);
        Instant time = workday.timeLeaving(Duration.ZERO, member, chance);
        Opening opening = Opening.withoutCare(member, stranger.patientId());
        return charting.open(opening, time, chance.between(1, LONGEST_SITTING));
    }
}
