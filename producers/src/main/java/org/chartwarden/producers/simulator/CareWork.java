package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The accesses that care causes, which are nearly all: ward rounds, admissions, appointments and their preparation,
 * follow-up after discharge, consultations, cover of a second department.
 */
final class CareWork {

    private static final Duration ROUND = Duration.ofMinutes(55);
    private static final int LONGEST_SITTING = 8;

    private final Workday workday;
    private final Chance chance;
    private final Charting charting;

    CareWork(Workday workday) {
        this.workday = workday;
        this.chance = Chance.ofDay(workday.plan(), "care");
        this.charting = new Charting(chance);
    }

    /** About so many accesses, shared out evenly over the staff. */
    List<Act> acts(int accesses) {
        int share = accesses / workday.hospital().staff().size();
        return workday.hospital().staff().stream()
                .flatMap(member -> shift(member, share).stream())
                .toList();
    }

    private List<Act> shift(StaffMember member, int share) {
        List<Act> acts = new ArrayList<>();
        if (member.role() == Role.PHYSICIAN && member.shift() == Shift.DAY) {
            acts.addAll(wardRound(member));
        }
        List<Visit> work = visitsByNeed(member);
        while (acts.size() < share && !work.isEmpty()) {
            Visit visit = chance.pick(work);
            Instant time = timeFor(visit, member);
            if (visit.causesAccessAt(time)) {
                int count = Math.min(chance.between(1, LONGEST_SITTING), share - acts.size());
                acts.addAll(charting.open(Opening.forCare(member, visit), time, count));
            }
        }
        return acts;
    }

    /** Every patient who lies in the ward, within the hour: many patients, and all of them in order. */
    private List<Act> wardRound(StaffMember member) {
        Instant begin = workday.shiftBegin(member);
        return workday.hospital().visits().stream()
                .filter(visit -> visit.kind() == StayKind.INPATIENT && visit.department() == member.department())
                .filter(visit -> visit.causesAccessAt(begin))
                .map(visit -> charting.open(
                        Opening.forCare(member, visit), begin.plus(chance.between(Duration.ZERO, ROUND)), 1))
                .flatMap(List::stream)
                .toList();
    }

    /** The visits that give the member something to do today, each as often as it is likely to. */
    private List<Visit> visitsByNeed(StaffMember member) {
        List<Visit> work = new ArrayList<>();
        for (Visit visit : workday.hospital().visits()) {
            boolean needed = visit.treatedBy(member)
                    && !member.owns(visit.patientId())
                    && (visit.causesAccessAt(workday.shiftBegin(member))
                            || visit.causesAccessAt(workday.shiftEnd(member)));
            for (int times = 0; needed && times < need(visit.kind()); times++) {
                work.add(visit);
            }
        }
        return work;
    }

    private static int need(StayKind kind) {
        return switch (kind) {
            case INPATIENT, EMERGENCY -> 6;
            case APPOINTMENT -> 4;
            case UPCOMING, DISCHARGED, FORMER -> 1;
        };
    }

    /** Around the appointment for those on duty then; for all else any time of the shift. */
    private Instant timeFor(Visit visit, StaffMember member) {
        Instant begin = workday.shiftBegin(member);
        Instant end = workday.shiftEnd(member);
        if (visit.kind() == StayKind.APPOINTMENT) {
            Instant around = visit.start().plus(chance.between(Duration.ofMinutes(-15), Duration.ofMinutes(45)));
            if (around.isAfter(begin) && around.isBefore(end)) {
                return around;
            }
        }
        return chance.between(begin, end);
    }
}
