package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResearchSubjectMapperTest {

    private static final String SUBJECT = "{\"resourceType\":\"ResearchSubject\",\"id\":\"r\"%s}";

    @Test
    void shouldReadResearchSubject() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"ResearchSubject","id":"r1","status":"on-study",
                 "study":{"reference":"ResearchStudy/s"},"individual":{"reference":"Patient/pat-1"},
                 "period":{"start":"2026-03-01T08:00:00Z","end":"2026-06-01T08:00:00Z"}}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.CARE,
                        "pat-1",
                        CareEvent.newBuilder()
                                .setCareId("ResearchSubject/r1")
                                .setPatientId("pat-1")
                                .setKind(CareKind.RESEARCH)
                                .setStatus(CareStatus.ACTIVE)
                                .setStart(Instant.parse("2026-03-01T08:00:00Z"))
                                .setEnd(Instant.parse("2026-06-01T08:00:00Z"))
                                .build()));
    }

    @ParameterizedTest
    @CsvSource({
        "candidate, PLANNED",
        "eligible, PLANNED",
        "pending-on-study, PLANNED",
        "potential-candidate, PLANNED",
        "screening, PLANNED",
        "on-study-intervention, ACTIVE",
        "on-study-observation, ACTIVE",
        "follow-up, ACTIVE",
        "off-study, FINISHED",
        "withdrawn, FINISHED",
        "ineligible, FINISHED",
        "not-registered, CANCELLED",
    })
    void shouldReadStatus(String status, CareStatus expected) throws Refusal {
        CareEvent care = ContextSamples.care(
                SUBJECT.formatted(",\"individual\":{\"reference\":\"Patient/p\"},\"status\":\"%s\"".formatted(status)));

        assertThat(care.getStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",\"status\":\"on-study\""
                        + "|ResearchSubject.individual does not identify a patient; a reference such as Patient/123 is required",
                ",\"individual\":{\"reference\":\"Patient/p\"}"
                        + "|ResearchSubject.status is missing; a code such as on-study or off-study is required",
                ",\"individual\":{\"reference\":\"Patient/p\"},\"period\":{\"start\":\"2026-03-04T15:00:00\"}"
                        + "|ResearchSubject.period.start has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is required",
            })
    void shouldRefuse(String elements, String message) {
        assertThat(ContextSamples.refusal(SUBJECT.formatted(elements))).hasMessage(message);
    }
}
