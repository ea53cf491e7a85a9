package org.chartwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.junit.jupiter.api.Test;

class SourceMeterTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final SourceMeter meter = new SourceMeter(registry, "mllp", new TestClock());

    @Test
    void shouldCountWhatTheTopologyRecognisesUnderTheSameName() {
        meter.add(SourceCount.DUPLICATE, 2);

        SourceMeter.duplicates(registry, "mllp").increment();
        SourceMeter.duplicates(registry, "fhir-http").increment();

        assertThat(meter.get(SourceCount.DUPLICATE)).isEqualTo(3);
        assertThat(registry.get("chartwarden_source_duplicate")
                        .tag("source", "fhir-http")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldLagOnlyWhileSomethingIsUnderWay() {
        now = now.plusSeconds(60);
        assertThat(meter.lag()).isZero();

        meter.begin();
        meter.begin();
        now = now.plusSeconds(5);
        assertThat(meter.lag()).isEqualTo(Duration.ofSeconds(5));

        meter.end();
        now = now.plusSeconds(1);
        assertThat(meter.lag()).isEqualTo(Duration.ofSeconds(1));

        meter.end();
        now = now.plusSeconds(60);
        assertThat(meter.lag()).isZero();
    }

    @Test
    void shouldShowTheLongerOfWhatTheSourceSaysAndWhatWaits() {
        meter.lag(() -> Duration.ofSeconds(30));
        meter.begin();

        now = now.plusSeconds(10);
        assertThat(registry.get(SourceMeter.LAG).gauge().value()).isEqualTo(30);

        now = now.plusSeconds(40);
        assertThat(registry.get(SourceMeter.LAG).gauge().value()).isEqualTo(50);
    }

    private final class TestClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
