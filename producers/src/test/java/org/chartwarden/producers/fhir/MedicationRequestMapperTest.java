package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicationRequestMapperTest {

    private static final String REQUEST =
            "{\"resourceType\":\"MedicationRequest\",\"id\":\"m\",\"subject\":{\"reference\":\"Patient/p\"}%s}";

    @Test
    void shouldReadMedicationRequest() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order",
                 "medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/pat-1"},
                 "authoredOn":"2026-03-04T08:00:00Z","requester":{"reference":"Practitioner/prac-7"},
                 "performer":{"reference":"Practitioner/prac-8"},
                 "dispenseRequest":{"validityPeriod":{"start":"2026-03-04","end":"2026-03-31"}}}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.CARE,
                        "pat-1",
                        CareEvent.newBuilder()
                                .setCareId("MedicationRequest/m1")
                                .setPatientId("pat-1")
                                .setKind(CareKind.MEDICATION)
                                .setStatus(CareStatus.ACTIVE)
                                .setPractitionerIds(List.of("prac-8"))
                                .setRequesterIds(List.of("prac-7"))
                                .setStart(Instant.parse("2026-03-03T23:00:00Z"))
                                .setEnd(Instant.parse("2026-03-31T21:59:59.999Z"))
                                .build()));
    }

    @Test
    void shouldTakePerformingOrganizationForDepartment() throws Refusal {
        CareEvent care = ContextSamples.care(REQUEST.formatted(",\"status\":\"active\",\"authoredOn\":"
                + "\"2026-03-04T08:00:00Z\",\"performer\":{\"reference\":\"Organization/pharmacy\"}"));

        assertThat(care.getDepartments()).containsExactly(new Department("pharmacy", null));
        assertThat(care.getPractitionerIds()).isEmpty();
        assertThat(care.getStart()).isEqualTo("2026-03-04T08:00:00Z");
        assertThat(care.getEnd()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "draft, PLANNED",
        "on-hold, ACTIVE",
        "completed, FINISHED",
        "stopped, FINISHED",
        "cancelled, CANCELLED",
        "entered-in-error, CANCELLED",
        "unknown, ACTIVE",
    })
    void shouldReadStatus(String status, CareStatus expected) throws Refusal {
        CareEvent care = ContextSamples.care(REQUEST.formatted(",\"status\":\"%s\"".formatted(status)));

        assertThat(care.getStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|MedicationRequest.status is missing; a code such as active or completed is required",
                ",\"status\":\"active\",\"dispenseRequest\":{\"validityPeriod\":{\"end\":\"2026-03-04T15:00:00\"}}"
                        + "|MedicationRequest.dispenseRequest.validityPeriod.end has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is required",
            })
    void shouldRefuse(String elements, String message) {
        assertThat(ContextSamples.refusal(REQUEST.formatted(elements))).hasMessage(message);
    }
}
