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

class ServiceRequestMapperTest {

    private static final String REQUEST =
            "{\"resourceType\":\"ServiceRequest\",\"id\":\"s\",\"subject\":{\"reference\":\"Patient/p\"}%s}";
    private static final String ACTIVE = REQUEST.formatted(",\"status\":\"active\"%s");

    @Test
    void shouldReadServiceRequest() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"ServiceRequest","id":"s1","status":"active","intent":"order",
                 "category":[{"coding":[{"system":"http://snomed.info/sct","code":"363679005"}]}],
                 "subject":{"reference":"Patient/pat-1"},"authoredOn":"2026-03-04T08:00:00Z",
                 "occurrencePeriod":{"start":"2026-03-05T08:00:00Z","end":"2026-03-05T09:00:00Z"},
                 "requester":{"reference":"Practitioner/prac-7"},
                 "performer":[{"reference":"Practitioner/prac-8"},{"reference":"Organization/imaging"}],
                 "locationReference":[{"reference":"Location/radiology","display":"Radiology"}]}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.CARE,
                        "pat-1",
                        CareEvent.newBuilder()
                                .setCareId("ServiceRequest/s1")
                                .setPatientId("pat-1")
                                .setKind(CareKind.IMAGING)
                                .setStatus(CareStatus.ACTIVE)
                                .setDepartments(List.of(new Department("radiology", "Radiology")))
                                .setPractitionerIds(List.of("prac-8"))
                                .setRequesterIds(List.of("prac-7"))
                                .setStart(Instant.parse("2026-03-04T08:00:00Z"))
                                .setEnd(Instant.parse("2026-03-05T09:00:00Z"))
                                .build()));
    }

    @Test
    void shouldTakePerformingOrganizationWhereNoLocationIsGiven() throws Refusal {
        CareEvent care = ContextSamples.care(ACTIVE.formatted(
                ",\"performer\":[{\"reference\":\"Organization/lab\"},{\"reference\":\"CareTeam/t\"}]"));

        assertThat(care.getDepartments()).containsExactly(new Department("lab", null));
        assertThat(care.getPractitionerIds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct, 108252007, LABORATORY",
        "http://snomed.info/sct, 363679005, IMAGING",
        "http://snomed.info/sct, 3457005, REFERRAL",
        "http://snomed.info/sct, 387713003, ORDER",
        "http://other.example, 3457005, ORDER",
    })
    void shouldTellKindByCategory(String system, String code, CareKind kind) throws Refusal {
        CareEvent care = ContextSamples.care(ACTIVE.formatted(
                ",\"category\":[{\"text\":\"x\"},{\"coding\":[{\"code\":\"y\"},{\"system\":\"%s\",\"code\":\"%s\"}]}]"
                        .formatted(system, code)));

        assertThat(care.getKind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``||",
                ",\"authoredOn\":\"2026-03-04T15:00:00Z\"|2026-03-04T15:00:00Z|",
                ",\"authoredOn\":\"2026-03-04T15:00:00Z\",\"occurrenceDateTime\":\"2026-03-04T10:00:00Z\""
                        + "|2026-03-04T10:00:00Z|2026-03-04T15:00:00Z",
                ",\"authoredOn\":\"2026-03-04\",\"occurrenceDateTime\":\"2026-03-06\""
                        + "|2026-03-03T23:00:00Z|2026-03-06T22:59:59.999Z",
                ",\"authoredOn\":\"2026-03-04T15:00:00Z\",\"occurrencePeriod\":{\"start\":\"2026-03-07\"}"
                        + "|2026-03-04T15:00:00Z|",
                ",\"occurrencePeriod\":{\"start\":\"2026-03-07T00:00:00Z\",\"end\":\"2026-03-08T00:00:00Z\"}"
                        + "|2026-03-07T00:00:00Z|2026-03-08T00:00:00Z",
                ",\"authoredOn\":\"2026-03-04T15:00:00Z\",\"occurrenceTiming\":{\"repeat\":{\"frequency\":1}}"
                        + "|2026-03-04T15:00:00Z|",
            })
    void shouldSpanFromFirstToLastTime(String elements, Instant start, Instant end) throws Refusal {
        CareEvent care = ContextSamples.care(ACTIVE.formatted(elements));

        assertThat(care.getStart()).isEqualTo(start);
        assertThat(care.getEnd()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "draft, PLANNED",
        "on-hold, ACTIVE",
        "completed, FINISHED",
        "revoked, CANCELLED",
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
                "``|ServiceRequest.status is missing; a code such as active or completed is required",
                ",\"status\":\"cancelled\"|ServiceRequest.status is not a valid code of FHIR R4",
                ",\"status\":\"active\",\"authoredOn\":\"2026-03-04T15:00:00\""
                        + "|ServiceRequest.authoredOn has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is required",
                ",\"status\":\"active\",\"occurrenceDateTime\":\"2026-03-04T15:00:00\""
                        + "|ServiceRequest.occurrenceDateTime has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is required",
                ",\"status\":\"active\",\"occurrencePeriod\":{\"end\":\"2026-03-04T15:00:00\"}"
                        + "|ServiceRequest.occurrencePeriod.end has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is required",
            })
    void shouldRefuse(String elements, String message) {
        assertThat(ContextSamples.refusal(REQUEST.formatted(elements))).hasMessage(message);
    }

    @Test
    void shouldRefuseOrderForPlace() {
        assertThat(
                        ContextSamples.refusal(
                                "{\"resourceType\":\"ServiceRequest\",\"id\":\"s\",\"subject\":{\"reference\":\"Location/l\"}}"))
                .hasMessage("ServiceRequest.subject does not identify a patient; a reference such as Patient/123 is"
                        + " required");
    }
}
