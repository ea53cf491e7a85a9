package org.chartwarden.standalone.bench.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopologyTableTest {

    private static Measurement measured(double seconds, double cpuSeconds) {
        return new Measurement(
                List.of(new Slice(10_000, seconds, cpuSeconds, 0.5), new Slice(10_000, seconds, cpuSeconds, 0.5)),
                1.75,
                1.2,
                1.05,
                3000.4,
                9000);
    }

    @Test
    void shouldTellEachRunAndTheMedian() {
        assertThat(TopologyTable.row(Variant.FULL, measured(2, 4)))
                .isEqualTo("| All, exactly once | 5,000 / 5,000 | 5,000 | 400 / 400 | 400 | 50 |");
    }

    @Test
    void shouldTellRatiosByTimeAndByProcessorTime() {
        Map<Variant, Measurement> all = Map.of(
                Variant.FULL, measured(4, 3), Variant.PASS_THROUGH, measured(1, 1), Variant.ONE_RULE, measured(3, 3));

        assertThat(TopologyTable.goals(all))
                .endsWith(
                        "| all against pass-through, exactly once | at least 0.35 | 0.25 | 0.33 |",
                        "| all rules against one rule | at least 0.70 | 0.75 | 1.00 |");
    }

    @Test
    void shouldTellWhatAnEventWritesAndWhatIsKeptOfAUser() {
        assertThat(TopologyTable.limits(Map.of(Variant.FULL_AT_LEAST_ONCE, measured(1, 1))))
                .endsWith(
                        "| changelog and repartition records an event | at most 3 | 2.95 (1.75 and 1.20) |",
                        "| output records an event | | 1.05 |",
                        "| state of an active user, bytes | at most 4,096 | 3,000 (largest 9,000) |");
    }
}
