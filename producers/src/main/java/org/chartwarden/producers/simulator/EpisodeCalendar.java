package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans every visit of the large hospital: who lies where and comes when, with whom, and what the records know of it. */
final class EpisodeCalendar {

    /** Three patients in five come in the simulated days; the others came long ago. */
    private static final double ACTIVE = 0.6;

    /**
     * Of VIPs, of members of the staff and of those whose records are specially protected one in so many: about a hundred of
     * a million accesses concern either of the first two (Boxwala et al., JAMIA 2011).
     */
    private static final int KNOWN_ACTIVE = 20;

    /** For each member of staff: beds, and emergencies and appointments a day. */
    private static final double BEDS = 0.4;

    private static final double EMERGENCIES = 0.15;
    private static final double APPOINTMENTS = 0.5;

    private static final double MEDIAN_STAY_DAYS = 4;
    private static final double STAY_SPREAD = 0.7;
    private static final int LONGEST_STAY_DAYS = 40;

    /** Days before the first and after the last one in which visits begin that cause accesses in between. */
    private static final int MARGIN = 12;

    private static final Duration APPOINTMENT_LENGTH = Duration.ofMinutes(30);

    /** Of all visits, one in so many is never recorded: nearly all are, since they are billed. */
    private static final int NEVER_RECORDED = 400;

    private final HospitalPlan plan;
    private final Chance chance;
    private final List<SimulatedPatient> active;
    private final List<SimulatedPatient> former;
    private final Map<Department, List<StaffMember>> staff;
    private final List<Episode> episodes = new ArrayList<>();

    EpisodeCalendar(HospitalPlan plan, List<StaffMember> staff, List<SimulatedPatient> patients) {
        this.plan = plan;
        this.chance = Chance.ofHospital(plan.day(0), "episodes");
        this.active = new ArrayList<>();
        this.former = new ArrayList<>();
        patients.forEach(patient -> (isActive(patient) ? active : former).add(patient));
        this.staff = staff.stream().collect(Collectors.groupingBy(StaffMember::department));
    }

    private boolean isActive(SimulatedPatient patient) {
        return patient.death().isEmpty()
                && chance.withProbability(ACTIVE)
                && (patient.isOrdinary() || chance.oneIn(KNOWN_ACTIVE));
    }

    /** In order of their begin. */
    List<Episode> plan(int staffNumber) {
        former.forEach(this::longAgo);
        int days = plan.days() + 2 * MARGIN;
        for (int number = 0; number < staffNumber * BEDS * days / MEDIAN_STAY_DAYS / 1.3; number++) {
            stay();
        }
        for (int number = 0; number < staffNumber * EMERGENCIES * days; number++) {
            emergency();
        }
        for (int number = 0; number < staffNumber * APPOINTMENTS * days; number++) {
            appointment(StayKind.APPOINTMENT, day(), chance.pick(active));
        }
        episodes.sort(Comparator.comparing((Episode episode) -> episode.visit().start())
                .thenComparing(Episode::patientId));
        return List.copyOf(episodes);
    }

    /** Any of the days, or of those around them. */
    private int day() {
        return chance.between(-MARGIN, plan.days() + MARGIN - 1);
    }

    private void longAgo(SimulatedPatient patient) {
        int daysBefore = patient.death().isPresent() ? 310 : 60;
        appointment(StayKind.FORMER, -chance.between(daysBefore, 390), patient);
    }

    private void appointment(StayKind kind, int day, SimulatedPatient patient) {
        Instant start = chance.between(plan.at(day, LocalTime.of(8, 0)), plan.at(day, LocalTime.of(15, 0)));
        add(kind, patient, start, Optional.of(start.plus(APPOINTMENT_LENGTH)), plan.begin());
    }

    private void stay() {
        int day = day();
        Instant start = chance.between(plan.at(day, LocalTime.of(6, 0)), plan.at(day, LocalTime.of(20, 0)));
        double days = Math.min(LONGEST_STAY_DAYS, chance.heavyTailed(MEDIAN_STAY_DAYS, STAY_SPREAD));
        Instant end = start.plus(Duration.ofMinutes((long) (days * 24 * 60)));
        add(StayKind.INPATIENT, chance.pick(active), start, Optional.of(end), arrival(start, 10));
    }

    private void emergency() {
        Instant start = plan.at(day(), LocalTime.of(chance.between(0, 23), chance.between(0, 59)));
        Instant end = start.plus(chance.between(Duration.ofHours(2), Duration.ofHours(9)));
        add(StayKind.EMERGENCY, chance.pick(active), start, Optional.of(end), arrival(start, 4));
    }

    /** Mostly at once; for one in so many half an hour to five hours later. */
    private Instant arrival(Instant start, int oneLateIn) {
        return chance.oneIn(oneLateIn)
                ? start.plus(chance.between(Duration.ofMinutes(30), Duration.ofHours(5)))
                : start;
    }

    private void add(StayKind kind, SimulatedPatient patient, Instant start, Optional<Instant> end, Instant arrival) {
        List<Department> treating = kind.places().stream()
                .filter(place -> place.treats(patient.ageOn(plan.firstDay())))
                .toList();
        Department department = chance.pick(treating);
        Visit visit = new Visit(
                "e" + (1_000_000 + episodes.size()),
                patient.patientId(),
                kind,
                department,
                named(department, patient),
                start,
                end);
        boolean never = kind != StayKind.FORMER && chance.oneIn(NEVER_RECORDED);
        episodes.add(new Episode(visit, never ? Optional.empty() : Optional.of(arrival)));
    }

    /** The attending physician and a nurse. */
    private List<String> named(Department department, SimulatedPatient patient) {
        return List.of(Role.PHYSICIAN, Role.NURSE).stream()
                .map(role -> chance.pick(staff.get(department).stream()
                        .filter(member -> member.role() == role && !member.owns(patient.patientId()))
                        .toList()))
                .map(StaffMember::userId)
                .toList();
    }
}
