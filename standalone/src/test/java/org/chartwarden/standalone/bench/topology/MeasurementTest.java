package org.chartwarden.standalone.bench.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private final Measurement measured = new Measurement(
            List.of(new Slice(1000, 2, 0.5, 0.1), new Slice(1000, 1, 0.25, 0.3), new Slice(1000, 4, 0.75, 0.2)),
            2.5,
            1.25,
            1,
            2048,
            4096);

    @Test
    void shouldTellRatesAndProcessorTimeOfTheMedianRun() {
        assertThat(measured.eventsASecond()).isEqualTo(500);
        assertThat(measured.cpuMicros()).isEqualTo(500);
        assertThat(measured.brokerCpuMicros()).isEqualTo(200);
    }

    @Test
    void shouldComeBackFromItsProperties() {
        assertThat(Measurement.of(measured.asProperties())).isEqualTo(measured);
    }
}
