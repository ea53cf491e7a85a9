package org.chartwarden.producers.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.fhir.AuditEventReader;
import org.chartwarden.producers.fhir.ContextReader;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.simulator.SimulatedDay;
import org.chartwarden.producers.simulator.SimulationPlan;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.junit.jupiter.api.Test;

/** The simulated hospital goes through the same door as real sources. */
class SimulatedHospitalTest {

    private final SimulatedDay day = SimulatedDay.of(SimulationPlan.of(7, LocalDate.of(2026, 3, 4), ZoneOffset.UTC));
    private final MemoryOutput output = new MemoryOutput();
    private final Ingest ingest = new Ingest(
            output,
            new Delivery(output, new Counters(ServiceEndpoint.newMeters()), Clock.systemUTC()),
            new AuditEventReader(Clock.systemUTC()),
            new ContextReader(ZoneOffset.UTC));

    @Test
    void shouldUnderstandEveryContextResource() throws IOException {
        IngestReport report = ingest.context(lines(day.contextLines()), "simulator");

        assertThat(report.deadLettered()).isZero();
        assertThat(report.produced()).isGreaterThan(1_000);
    }

    @Test
    void shouldGiveEachActOneIdHoweverOftenItIsRecorded() throws IOException {
        IngestReport report = ingest.audit(lines(day.auditLines()), "simulator");

        assertThat(report.deadLettered()).isZero();
        Set<String> ids = output.produced().stream()
                .map(record -> ((AccessEvent) record.value()).getEventId())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(day.auditEventCount() - day.duplicateCount());
        assertThat(report.produced()).isEqualTo(day.auditEventCount());
    }

    private static ByteArrayInputStream lines(Stream<String> lines) {
        return new ByteArrayInputStream(Samples.utf8(lines.collect(Collectors.joining("\n"))));
    }
}
