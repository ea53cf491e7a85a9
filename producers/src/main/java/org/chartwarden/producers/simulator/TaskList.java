package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a shift consists of: whose charts somebody has to open, and whether the records will ever say why. */
final class TaskList {

    private static final int IN_DEPTH = 6;
    private static final int BRIEFLY = 1;
    private static final Duration DAY = Duration.ofDays(1);

    /** How many patients one person looks after at once. */
    private static final int OF_A_NURSE = 8;

    private static final int OF_A_PHYSICIAN = 14;
    private static final int OF_A_THERAPIST = 10;
    private static final int OF_A_LOAN = 6;
    private static final int OF_A_SERVICE = 28;

    private static final double CONSULTS = 0.3;
    private static final double CONSULT_NEVER_RECORDED = 0.18;
    private static final double CONSULT_LATE = 0.3;

    /** A question by telephone, a bed that is looked for: nothing on record ever tells of it. */
    private static final double QUESTIONS = 0.35;

    /** One question in so many is about a patient of long ago: such are 166 of a million accesses (Boxwala et al.). */
    private static final int LONG_AGO = 50;

    private final Census census;
    private final Orders orders;
    private final Chance chance;

    TaskList(Census census, Orders orders, Chance chance) {
        this.census = census;
        this.orders = orders;
        this.chance = chance;
    }

    List<Task> of(Duty duty) {
        List<Task> tasks = new ArrayList<>();
        switch (duty.member().role()) {
            case NURSE -> tasks.addAll(onWards(duty, OF_A_NURSE));
            case PHYSICIAN -> {
                tasks.addAll(onWards(duty, OF_A_PHYSICIAN));
                tasks.addAll(followUp(duty));
            }
            case THERAPIST, DIETICIAN -> tasks.addAll(onWards(duty, OF_A_THERAPIST));
            case PHARMACIST, LABORATORY_TECHNICIAN -> tasks.addAll(ordered(duty, OF_A_SERVICE));
            case REGISTRATION_CLERK -> tasks.addAll(registered(duty));
            case CODER -> tasks.addAll(coded(duty));
            case MODALITY, SOFTWARE -> {}
        }
        if (duty.member().role() == Role.PHYSICIAN || duty.member().role() == Role.THERAPIST) {
            tasks.addAll(consults(duty));
        }
        if (chance.withProbability(QUESTIONS)) {
            tasks.add(question(duty));
        }
        tasks.removeIf(task -> duty.member().owns(task.patientId()));
        return tasks;
    }

    private List<Task> onWards(Duty duty, int patients) {
        List<Task> tasks = new ArrayList<>();
        for (Department department : duty.departments()) {
            boolean lent = !duty.member().departments().contains(department);
            int share = lent ? OF_A_LOAN : patients;
            List<Episode> present = new ArrayList<>(census.inHouse(department, duty.begin(), duty.end()));
            if (present.isEmpty() || department == Department.RADIOLOGY) {
                present.addAll(census.appointments(department, duty.begin(), duty.end()));
            }
            some(present, share).stream()
                    .map(episode -> aroundVisit(episode, duty, duty.recordedIn(department)))
                    .forEach(tasks::add);
            if (department == Department.RADIOLOGY && !lent) {
                tasks.addAll(ordered(duty, patients));
            }
        }
        return tasks;
    }

    private static Task aroundVisit(Episode episode, Duty duty, boolean recorded) {
        Visit visit = episode.visit();
        return Task.of(episode, duty, IN_DEPTH, recorded)
                .within(visit.start(), visit.end().orElse(duty.end()).plus(Duration.ofHours(1)));
    }

    /** Appointments of today, those to be prepared, and results of who went home. */
    private List<Task> followUp(Duty duty) {
        Department own = duty.member().department();
        List<Episode> near = new ArrayList<>();
        near.addAll(some(census.appointments(own, duty.begin(), duty.end()), 4));
        near.addAll(some(census.appointments(own, duty.end(), duty.end().plus(DAY)), 2));
        near.addAll(some(census.discharged(own, duty.begin().minus(DAY.multipliedBy(8)), duty.begin()), 3));
        return near.stream().map(episode -> Task.of(episode, duty, 2, true)).toList();
    }

    private List<Task> ordered(Duty duty, int patients) {
        Department service = duty.member().department();
        return some(census.ordered(service, duty.begin().minus(Duration.ofHours(14)), duty.end()), patients).stream()
                .map(order ->
                        Task.of(order.episode(), duty, 2, order.recorded()).within(order.time(), duty.end()))
                .toList();
    }

    private List<Task> registered(Duty duty) {
        return some(census.beginning(duty.begin(), duty.begin().plus(DAY.multipliedBy(5))), OF_A_SERVICE).stream()
                .filter(episode ->
                        episode.visit().kind() == StayKind.APPOINTMENT || episode.overlaps(duty.begin(), duty.end()))
                .map(episode -> Task.of(episode, duty, 2, true))
                .toList();
    }

    private List<Task> coded(Duty duty) {
        List<Episode> finished = census.beginning(duty.begin().minus(DAY.multipliedBy(10)), duty.begin()).stream()
                .filter(episode -> episode.visit()
                        .end()
                        .filter(end -> end.isBefore(duty.begin()))
                        .isPresent())
                .toList();
        return some(finished, OF_A_SERVICE).stream()
                .map(episode -> Task.of(episode, duty, 2, true))
                .toList();
    }

    private List<Task> consults(Duty duty) {
        if (!chance.withProbability(CONSULTS)) {
            return List.of();
        }
        Department other = chance.pick(Department.WARDS.stream()
                .filter(ward -> !duty.departments().contains(ward))
                .toList());
        return some(census.inHouse(other, duty.begin(), duty.end()), chance.between(1, 2)).stream()
                .map(episode -> consult(episode, duty))
                .toList();
    }

    private Task consult(Episode episode, Duty duty) {
        Instant agreed = chance.between(duty.begin(), duty.end().minus(Duration.ofHours(2)));
        boolean recorded =
                orders.consult(episode, duty.member().department(), agreed, CONSULT_NEVER_RECORDED, CONSULT_LATE);
        // The visit may be unrecorded, and the consult is all that is on record.
        return new Task(episode.patientId(), Optional.of(episode.visit()), agreed, duty.end(), 2, recorded);
    }

    /** Mostly about anybody who is or just was in the house. */
    private Task question(Duty duty) {
        List<Episode> former = census.former(duty.member().department());
        Episode about = !former.isEmpty() && chance.oneIn(LONG_AGO) ? chance.pick(former) : anybody(duty);
        return new Task(about.patientId(), Optional.empty(), duty.begin(), duty.end(), BRIEFLY, false);
    }

    /** Somebody who is in the house, or was a few days ago. */
    Episode anybody(Duty duty) {
        return chance.pick(census.beginning(duty.begin().minus(DAY.multipliedBy(4)), duty.end()));
    }

    private <T> List<T> some(List<T> all, int number) {
        List<T> chosen = chance.shuffled(all);
        return chosen.subList(0, Math.min(number, chosen.size()));
    }
}
