package org.chartwarden.standalone.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SystemSectionTest {

    @Test
    void shouldTellWhatWasHeldAndHowLateItWas() {
        SystemResult result = new SystemResult(20_000, 8, List.of(), 1250, Latencies.of(10, 20, 30), Latencies.of(40));

        assertThat(SystemSection.table(result))
                .containsExactly(
                        "| figure | measured |",
                        "| --- | --- |",
                        "| events | 20,000 |",
                        "| sustained events a second | 2,500 |",
                        "| nothing lost, by every id | holds |",
                        "| latency of an access at 1,250 a second: median, 95 %, 99 % | 20 / 30 / 30 ms (of 3) |",
                        "| latency of an alert at 1,250 a second: median, 95 %, 99 % | 40 / 40 / 40 ms (of 1) |");
    }

    @Test
    void shouldTellWhatWasLost() {
        SystemResult result =
                new SystemResult(20_000, 8, List.of("2 accesses are gone"), 1250, Latencies.of(), Latencies.of());

        assertThat(SystemSection.table(result))
                .contains("| nothing lost, by every id | BROKEN |")
                .endsWith("| violation | 2 accesses are gone |");
    }
}
