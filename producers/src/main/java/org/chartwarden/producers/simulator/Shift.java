package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;

/** When a member of staff works on the simulated day. The night is the part of it after midnight. */
enum Shift {
    DAY(LocalTime.of(7, 0), LocalTime.of(15, 30)),
    EVENING(LocalTime.of(15, 0), LocalTime.of(23, 30)),
    NIGHT(LocalTime.of(0, 0), LocalTime.of(7, 30));

    private final LocalTime begin;
    private final LocalTime end;

    Shift(LocalTime begin, LocalTime end) {
        this.begin = begin;
        this.end = end;
    }

    /** The night's shift begins before midnight, on the evening before the part of it that is simulated. */
    LocalTime weeklyBegin() {
        return this == NIGHT ? LocalTime.of(23, 0) : begin;
    }

    LocalTime weeklyEnd() {
        return end;
    }

    Instant begin(SimulationPlan plan) {
        return plan.at(begin);
    }

    Instant end(SimulationPlan plan) {
        return plan.at(end);
    }

    /** The first shift that is on duty then; the evening's after all have gone. */
    static Shift at(SimulationPlan plan, Instant time) {
        return Arrays.stream(values())
                .filter(shift -> !time.isBefore(shift.begin(plan)) && time.isBefore(shift.end(plan)))
                .findFirst()
                .orElse(EVENING);
    }
}
