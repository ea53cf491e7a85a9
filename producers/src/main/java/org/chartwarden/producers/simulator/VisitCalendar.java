package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Plans one visit for each patient, with the people who are named on it. */
final class VisitCalendar {

    private static final Duration APPOINTMENT_LENGTH = Duration.ofMinutes(30);
    private static final LocalTime OPENING_HOUR = LocalTime.of(8, 0);
    private static final LocalTime CLOSING_HOUR = LocalTime.of(15, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    /** One visit in so many asks a physician of another department. */
    private static final int CONSULTED = 7;

    private record Span(Instant start, Optional<Instant> end) {}

    private final SimulationPlan plan;
    private final List<StaffMember> staff;
    private final Chance chance;

    VisitCalendar(SimulationPlan plan, List<StaffMember> staff) {
        this.plan = plan;
        this.staff = staff;
        this.chance = Chance.ofDay(plan, "visits");
    }

    List<Visit> visitsOf(List<SimulatedPatient> patients) {
        List<Visit> visits = new ArrayList<>();
        for (SimulatedPatient patient : patients) {
            visits.add(visit(patient, StayKind.TURNS.get(visits.size() % StayKind.TURNS.size())));
        }
        return List.copyOf(visits);
    }

    private Visit visit(SimulatedPatient patient, StayKind kind) {
        Department department = chance.pick(kind.places().stream()
                .filter(place -> place.treats(patient.ageOn(plan.day())))
                .toList());
        Span span = span(kind);
        String day = plan.day().format(DateTimeFormatter.BASIC_ISO_DATE);
        return new Visit(
                "e%s-%s".formatted(day, patient.patientId()),
                patient.patientId(),
                kind,
                department,
                team(department, patient, kind == StayKind.EMERGENCY ? Shift.at(plan, span.start()) : Shift.DAY),
                span.start(),
                span.end());
    }

    /** The attending physician, one of the nurses, and sometimes a consultant from elsewhere. */
    private List<String> team(Department department, SimulatedPatient patient, Shift shift) {
        List<StaffMember> others = staff.stream()
                .filter(member -> !member.owns(patient.patientId()))
                .toList();
        List<StaffMember> physicians = filter(others, member -> member.role() == Role.PHYSICIAN);
        List<StaffMember> here = filter(physicians, member -> member.department() == department);
        List<StaffMember> onDuty = filter(here, member -> member.shift() == shift);
        List<String> named = new ArrayList<>();
        named.add(chance.pick(onDuty.isEmpty() ? here : onDuty).userId());
        named.add(chance.pick(
                        filter(others, member -> member.department() == department && member.role() == Role.NURSE))
                .userId());
        if (chance.oneIn(CONSULTED)) {
            named.add(chance.pick(filter(physicians, member -> member.department() != department))
                    .userId());
        }
        return List.copyOf(named);
    }

    private static List<StaffMember> filter(List<StaffMember> members, Predicate<StaffMember> wanted) {
        return members.stream().filter(wanted).toList();
    }

    private Span span(StayKind kind) {
        return switch (kind) {
            case INPATIENT -> inpatient();
            case EMERGENCY -> new Span(chance.between(plan.begin(), plan.at(LocalTime.of(14, 0))), Optional.empty());
            case APPOINTMENT -> appointment(0);
            case UPCOMING -> appointment(chance.between(1, 2));
            case DISCHARGED -> stayed(Duration.ofDays(chance.between(1, 9)));
            case FORMER -> appointment(-chance.between(60, 400));
        };
    }

    /** Admitted in the last days or today; one in eight goes home this afternoon. */
    private Span inpatient() {
        Instant start = plan.at(NOON).minus(chance.between(Duration.ofHours(2), Duration.ofDays(10)));
        return new Span(start, chance.oneIn(8) ? Optional.of(plan.at(CLOSING_HOUR)) : Optional.empty());
    }

    private Span appointment(int daysFromToday) {
        Instant today = chance.between(plan.at(OPENING_HOUR), plan.at(CLOSING_HOUR));
        Instant start = today.plus(Duration.ofDays(daysFromToday));
        return new Span(start, Optional.of(start.plus(APPOINTMENT_LENGTH)));
    }

    private Span stayed(Duration ago) {
        Instant end = plan.at(NOON).minus(ago);
        return new Span(end.minus(chance.between(Duration.ofDays(1), Duration.ofDays(8))), Optional.of(end));
    }
}
