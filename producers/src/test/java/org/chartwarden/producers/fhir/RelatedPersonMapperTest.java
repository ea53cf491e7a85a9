package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelatedPersonMapperTest {

    @Test
    void shouldReadRelatedPerson() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"RelatedPerson","id":"r1","patient":{"reference":"Patient/pat-1"},
                 "identifier":[{"value":"passport"},
                   {"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},
                    "value":"pat-700"}],
                 "period":{"start":"2026-03-01T08:00:00Z"}}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.CARE,
                        "pat-1",
                        CareEvent.newBuilder()
                                .setCareId("RelatedPerson/r1")
                                .setPatientId("pat-1")
                                .setKind(CareKind.RELATED_PERSON)
                                .setStatus(CareStatus.ACTIVE)
                                .setRelatedPatientIds(List.of("pat-700"))
                                .setStart(Instant.parse("2026-03-01T08:00:00Z"))
                                .build()));
    }

    @ParameterizedTest
    @CsvSource({"true, ACTIVE", "false, CANCELLED"})
    void shouldReadWhetherRecordIsInUse(boolean active, CareStatus expected) throws Refusal {
        CareEvent care = ContextSamples.care("""
                {"resourceType":"RelatedPerson","id":"r","active":%s,"patient":{"reference":"Patient/p"}}""".formatted(active));

        assertThat(care.getStatus()).isEqualTo(expected);
        assertThat(care.getRelatedPatientIds()).isEmpty();
    }

    @Test
    void shouldRefuseRelativeOfNobody() {
        assertThat(ContextSamples.refusal("{\"resourceType\":\"RelatedPerson\",\"id\":\"r\"}"))
                .hasMessage(
                        "RelatedPerson.patient does not identify a patient; a reference such as Patient/123 is required");
    }
}
