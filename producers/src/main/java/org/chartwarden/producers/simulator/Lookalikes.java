package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.simulator.SimulatedPatient.Kind;

/** What looks like an incident and is none. */
final class Lookalikes {

    private final Workday workday;
    private final Cast cast;
    private final Chance chance;
    private final Charting charting;

    Lookalikes(Workday workday, Cast cast) {
        this.workday = workday;
        this.cast = cast;
        this.chance = Chance.ofDay(workday.plan(), "lookalikes");
        this.charting = new Charting(chance);
    }

    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        acts.addAll(ownRecord());
        acts.addAll(refusedVip());
        acts.addAll(emergencyOfVip());
        acts.addAll(lapsedVip());
        // Just below ten distinct patients in an hour; and more, but never in one hour.
        acts.addAll(strangers(8, Duration.ofMinutes(6)));
        acts.addAll(strangers(12, Duration.ofMinutes(15)));
        return acts;
    }

    /** Looking into one's own record is a matter of policy, but it is nobody else's record. */
    private List<Act> ownRecord() {
        StaffMember member = cast.somebodyWithOwnRecord();
        Instant time = workday.timeLeaving(Duration.ZERO, member, chance);
        return charting.open(Opening.withoutCare(member, member.ownPatientId().orElseThrow()), time, 3);
    }

    /** The system refused: nothing was disclosed. */
    private List<Act> refusedVip() {
        String vip = chance.pick(workday.hospital().patients(Kind.VIP)).patientId();
        StaffMember member = cast.strangerTo(vip);
        Instant time = workday.timeLeaving(Duration.ZERO, member, chance);
        return charting.open(Opening.withoutCare(member, vip).in(Circumstance.REFUSED), time, 1);
    }

    /** A VIP comes in by ambulance, and the physician who is named on the encounter breaks the glass. */
    private List<Act> emergencyOfVip() {
        Visit visit = vipVisit(StayKind.EMERGENCY);
        Opening opening = Opening.forCare(attending(visit), visit).in(Circumstance.BREAK_THE_GLASS);
        return charting.open(opening, visit.start().plus(Duration.ofMinutes(2)), 4);
    }

    /**
     * The discharge of a VIP stops explaining accesses at noon; the physician who opened the chart in the morning opens
     * it again. Own earlier care explains that. The pause is far longer than any delay of delivery.
     */
    private List<Act> lapsedVip() {
        Visit visit = vipVisit(StayKind.LAPSING);
        Opening opening = Opening.forCare(attending(visit), visit);
        List<Act> acts = new ArrayList<>(charting.open(opening, workday.plan().at(LocalTime.of(10, 0)), 3));
        acts.addAll(charting.open(opening, workday.plan().at(LocalTime.of(14, 0)), 2));
        return acts;
    }

    private List<Act> strangers(int number, Duration apart) {
        StaffMember member = cast.anybody();
        Instant time = workday.timeLeaving(apart.multipliedBy(number), member, chance);
        List<Act> acts = new ArrayList<>();
        for (String patientId : chance.shuffled(workday.strangersTo(member)).subList(0, number)) {
            acts.addAll(charting.open(Opening.withoutCare(member, patientId), time, 1));
            time = time.plus(apart);
        }
        return acts;
    }

    private Visit vipVisit(StayKind kind) {
        return workday.hospital().patients(Kind.VIP).stream()
                .flatMap(vip -> workday.hospital().visitsOf(vip.patientId()).stream())
                .filter(visit -> visit.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private StaffMember attending(Visit visit) {
        return workday.hospital().member(visit.practitionerIds().get(0));
    }
}
