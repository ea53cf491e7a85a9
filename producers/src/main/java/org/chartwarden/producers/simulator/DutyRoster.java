package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwarden.producers.simulator.Duty.Loan;
import org.hl7.fhir.r4.model.Resource;

/** Who works when and where: floats help out on another ward, and at night a physician covers a second department. */
final class DutyRoster {

    private static final double ON_DUTY = 0.7;
    private static final double FLOATS = 0.04;
    private static final double COVERS_AT_NIGHT = 0.5;
    private static final double OVERTIME = 0.05;

    /** What the personnel office is told of. */
    private static final double FLOAT_RECORDED = 0.8;

    private static final double COVER_RECORDED = 0.9;
    private static final Duration LONGEST_OVERTIME = Duration.ofMinutes(50);

    private final HospitalPlan plan;
    private final List<List<Duty>> days = new ArrayList<>();

    DutyRoster(HospitalPlan plan, List<StaffMember> staff) {
        this.plan = plan;
        for (int day = 0; day < plan.days(); day++) {
            Chance chance = Chance.ofDay(plan.day(day), "duties");
            List<Duty> duties = new ArrayList<>();
            for (StaffMember member : staff) {
                if (chance.withProbability(ON_DUTY)) {
                    duties.add(duty(member, day, chance));
                }
            }
            days.add(List.copyOf(duties));
        }
    }

    private Duty duty(StaffMember member, int day, Chance chance) {
        Instant begin = member.shift().begin(plan.day(day));
        Instant end = member.shift().end(plan.day(day));
        Duration overtime =
                chance.withProbability(OVERTIME) ? chance.between(Duration.ZERO, LONGEST_OVERTIME) : Duration.ZERO;
        Optional<Loan> loan = loan(member, chance);
        List<Department> departments = new ArrayList<>();
        if (!isFloat(member, loan)) {
            departments.addAll(member.departments());
        }
        loan.ifPresent(each -> departments.add(each.department()));
        return new Duty(member, day, begin, end.plus(overtime), List.copyOf(departments), loan);
    }

    private static boolean isFloat(StaffMember member, Optional<Loan> loan) {
        return member.role() == Role.NURSE && loan.isPresent();
    }

    private static Optional<Loan> loan(StaffMember member, Chance chance) {
        if (member.role() == Role.NURSE && chance.withProbability(FLOATS)) {
            return Optional.of(new Loan(other(member, chance), chance.withProbability(FLOAT_RECORDED)));
        }
        boolean nights = member.role() == Role.PHYSICIAN && member.shift() == Shift.NIGHT;
        return nights && chance.withProbability(COVERS_AT_NIGHT)
                ? Optional.of(new Loan(other(member, chance), chance.withProbability(COVER_RECORDED)))
                : Optional.empty();
    }

    private static Department other(StaffMember member, Chance chance) {
        return chance.pick(Department.WARDS.stream()
                .filter(ward -> !member.departments().contains(ward))
                .toList());
    }

    /** The duties of a day that begins in the simulated span. */
    List<Duty> of(int day) {
        return days.get(day);
    }

    /** What the personnel office knows of loans, for the days on which they are. */
    List<Resource> recordedLoans() {
        List<Resource> roles = new ArrayList<>();
        for (Duty duty : days.stream().flatMap(List::stream).toList()) {
            duty.loan().filter(Loan::recorded).ifPresent(loan -> roles.add(PeopleResources.lent(duty)));
        }
        return roles;
    }
}
