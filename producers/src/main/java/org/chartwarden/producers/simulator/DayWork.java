package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that people do on one day of the large hospital who have no part in a story. */
final class DayWork {

    private static final double MEDIAN_OPENINGS = 54;
    private static final double SPREAD = 0.45;
    private static final int MOST_OPENINGS = 260;
    private static final int LONGEST_SITTING = 4;
    private static final double SEARCHES = 0.35;
    private static final int LONGEST_LIST = 8;
    private static final double MISTAKES = 0.2;
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(9);

    /** One in so many works from home for an hour. */
    private static final int AT_HOME = 40;

    private final List<SimulatedPatient> patients;
    private final TaskList tasks;
    private final Chance chance;
    private final Charting charting;
    private final List<CausedAct> acts = new ArrayList<>();
    private int involvements;
    private int unrecorded;

    DayWork(List<SimulatedPatient> patients, TaskList tasks, Chance chance) {
        this.patients = patients;
        this.tasks = tasks;
        this.chance = chance;
        this.charting = new Charting(chance);
    }

    void work(Duty duty) {
        List<Task> work = tasks.of(duty);
        if (work.isEmpty()) {
            return;
        }
        Desk desk = desk(duty);
        List<Task> byWeight = new ArrayList<>();
        for (Task task : work) {
            involvements++;
            unrecorded += task.recorded() ? 0 : 1;
            open(duty, task, desk, 1);
            for (int times = 0; times < task.weight(); times++) {
                byWeight.add(task);
            }
        }
        int openings = (int) Math.min(MOST_OPENINGS, chance.heavyTailed(MEDIAN_OPENINGS, SPREAD));
        for (int done = work.size(); done < openings; ) {
            int sitting = Math.min(chance.between(1, LONGEST_SITTING), openings - done);
            open(duty, chance.pick(byWeight), desk, sitting);
            done += sitting;
        }
        search(duty, desk);
        mistake(duty, desk);
    }

    private void open(Duty duty, Task task, Desk desk, int count) {
        Opening opening = task.visit()
                .map(visit -> Opening.forCare(duty.member(), visit))
                .orElseGet(() -> Opening.withoutCare(duty.member(), task.patientId()))
                .from(desk);
        Cause cause = task.recorded() ? Cause.RECORDED_WORK : Cause.UNRECORDED_WORK;
        charting.open(opening, chance.between(task.from(), task.to()), count)
                .forEach(act -> acts.add(CausedAct.of(act, cause)));
    }

    /** A desk of the department in which the shift begins; now and then at home. */
    private Desk desk(Duty duty) {
        Department place = duty.departments().isEmpty()
                ? duty.member().department()
                : duty.departments().get(duty.departments().size() - 1);
        String address = chance.oneIn(AT_HOME)
                ? "198.51.100." + chance.between(1, 250)
                : "10.20." + place.ordinal() + "." + chance.between(1, 60);
        return Desk.of(duty.member()).at(address);
    }

    private void search(Duty duty, Desk desk) {
        if (chance.withProbability(SEARCHES)) {
            Instant time = chance.between(duty.begin(), duty.end());
            String requestId = chance.uuid();
            SimulatedPatient wanted = chance.pick(patients);
            for (int listed = chance.between(1, LONGEST_LIST); listed > 0; listed--) {
                SimulatedPatient namesake = listed == 1 ? wanted : chance.pick(patients);
                acts.add(CausedAct.of(
                        Searches.result(duty.member(), namesake, time, requestId)
                                .from(desk),
                        Cause.SEARCH));
            }
        }
    }

    private void mistake(Duty duty, Desk desk) {
        if (chance.withProbability(MISTAKES)) {
            Opening wrong = Opening.withoutCare(
                            duty.member(), tasks.anybody(duty).patientId())
                    .from(desk);
            Act glance = charting.open(wrong, chance.between(duty.begin(), duty.end()), 1)
                    .get(0)
                    .lasting(chance.between(SHORTEST_LOOK, LONGEST_LOOK));
            acts.add(CausedAct.of(glance, Cause.MISTAKE));
        }
    }

    List<CausedAct> acts() {
        return acts;
    }

    /** How many pairs of a member and a task there were. */
    int involvements() {
        return involvements;
    }

    /** Of these, how many no record ever tells of. */
    int unrecorded() {
        return unrecorded;
    }
}
