package org.chartwarden.producers.simulator;

import java.time.LocalDate;
import java.time.ZoneId;

/** Plans that tests share. */
final class Days {

    static final SimulationPlan USUAL = SimulationPlan.of(42, LocalDate.of(2026, 11, 22), ZoneId.of("Europe/Vienna"));

    static final SimulationPlan SMALL = USUAL.withAccesses(4_000);

    /** Simulated and read back once for all tests: that takes seconds. */
    static final class Usual {
        static final SimulatedDay DAY = SimulatedDay.of(USUAL);
        static final Charts CHARTS = new Charts(DAY);

        private Usual() {}
    }

    private Days() {}
}
