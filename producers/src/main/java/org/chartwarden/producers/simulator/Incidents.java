package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;

/** Plants the incidents that the rules have to find. */
final class Incidents {

    private static final int VIP_INCIDENTS = 6;
    private static final int COWORKER_INCIDENTS = 6;
    private static final int MASS_INCIDENTS = 3;
    private static final Duration MASS_LENGTH = Duration.ofMinutes(50);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    private final Workday workday;
    private final Cast cast;
    private final Chance chance;
    private final Charting charting;
    private final List<Act> acts = new ArrayList<>();
    private final List<PlantedIncident> truth = new ArrayList<>();

    Incidents(Workday workday, Cast cast) {
        this.workday = workday;
        this.cast = cast;
        this.chance = Chance.ofDay(workday.plan(), "incidents");
        this.charting = new Charting(chance);
    }

    /** Plants them all. To be called once. */
    void plant() {
        for (SimulatedPatient vip : targets(Kind.VIP, VIP_INCIDENTS)) {
            curiosity(PlantedIncident.VIP_WITHOUT_EXPLANATION, vip, "a VIP");
        }
        for (SimulatedPatient coworker : targets(Kind.COWORKER, COWORKER_INCIDENTS)) {
            curiosity(PlantedIncident.COWORKER_RECORD, coworker, "a co-worker");
        }
        for (int number = 0; number < MASS_INCIDENTS; number++) {
            massSnooping();
        }
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    List<PlantedIncident> truth() {
        return List.copyOf(truth);
    }

    private List<SimulatedPatient> targets(Kind kind, int number) {
        return chance.shuffled(workday.hospital().patients(kind)).subList(0, number);
    }

    /** One look, or one that is taken up again later in the shift: one story all the same. */
    private void curiosity(String ruleId, SimulatedPatient target, String whose) {
        StaffMember member = cast.strangerTo(target.patientId());
        Opening opening = Opening.withoutCare(member, target.patientId());
        Instant time = workday.timeLeaving(LONGEST_PAUSE, member, chance);
        List<Act> looks = new ArrayList<>(charting.open(opening, time, chance.between(1, 5)));
        if (chance.oneIn(2)) {
            Instant again = time.plus(chance.between(Duration.ofMinutes(30), LONGEST_PAUSE));
            looks.addAll(charting.open(opening, again, chance.between(1, 3)));
        }
        plant(
                ruleId,
                looks,
                "%s opens the chart of %s and has no part in the treatment".formatted(member.portrait(), whose));
    }

    private void massSnooping() {
        StaffMember member = cast.anybody();
        List<String> patients = chance.shuffled(workday.strangersTo(member)).subList(0, chance.between(13, 18));
        Instant time = workday.timeLeaving(MASS_LENGTH, member, chance);
        List<Act> looks = new ArrayList<>();
        for (String patientId : patients) {
            looks.addAll(charting.open(Opening.withoutCare(member, patientId), time, 1));
            time = time.plus(MASS_LENGTH.dividedBy(patients.size()));
        }
        plant(
                PlantedIncident.MANY_UNEXPLAINED_PATIENTS,
                looks,
                member.portrait() + " opens the charts of " + patients.size() + " strangers within an hour");
    }

    private void plant(String ruleId, List<Act> looks, String description) {
        acts.addAll(looks);
        truth.add(PlantedIncident.of(ruleId, looks, description));
    }
}
