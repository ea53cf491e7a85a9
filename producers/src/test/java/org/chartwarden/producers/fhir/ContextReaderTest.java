package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextReaderTest {

    private final ContextReader reader = new ContextReader(Samples.CLOCK, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"Location", "Organization", "OperationOutcome", "MessageHeader"})
    void shouldNotNeedPlacesAndWhatGoesWithRecords(String type) throws Refusal {
        assertThat(reader.read(Samples.utf8("{\"resourceType\":\"%s\",\"id\":\"x\"}".formatted(type))))
                .isEmpty();
    }

    @Test
    void shouldRefuseOtherTypesAndNameThoseItReads() {
        assertThat(ContextSamples.refusal("{\"resourceType\":\"AuditEvent\",\"id\":\"r\"}"))
                .hasMessage("resourceType is not one that is read here; allowed: Appointment, CareTeam, Device,"
                        + " Encounter, Location, MedicationRequest, Organization,"
                        + " Patient, Practitioner, PractitionerRole, RelatedPerson, ResearchSubject, ServiceRequest");
    }

    @Test
    void shouldKnowWhenTheSourceChangedItsRecord() throws Refusal {
        String version = ",\"meta\":{\"lastUpdated\":\"2026-03-04T08:00:00.125+01:00\"}";
        String subject = ",\"subject\":{\"reference\":\"Patient/p\"}}";

        assertThat(ContextSamples.patient("{\"resourceType\":\"Patient\",\"id\":\"p\"" + version + "}")
                        .getUpdatedAt())
                .isEqualTo("2026-03-04T07:00:00.125Z");
        assertThat(ContextSamples.member("{\"resourceType\":\"Practitioner\",\"id\":\"u\"" + version + "}")
                        .getUpdatedAt())
                .isEqualTo("2026-03-04T07:00:00.125Z");
        assertThat(ContextSamples.care("{\"resourceType\":\"CareTeam\",\"id\":\"t\"" + version + subject)
                        .getUpdatedAt())
                .isEqualTo("2026-03-04T07:00:00.125Z");
    }

    @Test
    void shouldRefuseVersionFromTheFutureWhichNothingWouldReplace() {
        assertThat(
                        ContextSamples.refusal(
                                "{\"resourceType\":\"Patient\",\"id\":\"p\",\"meta\":{\"lastUpdated\":\"2026-03-06T00:00:01Z\"}}"))
                .hasMessage("Patient.meta.lastUpdated is more than 24 hours in the future; no later version would ever"
                        + " replace it. Correct the clock of the source");
    }

    @Test
    void shouldRefuseDeletionSinceNothingFollowsFromIt() {
        assertThat(
                        ContextSamples.refusal(
                                "{\"fullUrl\":\"https://ehr.example/Encounter/e\",\"request\":{\"method\":\"DELETE\",\"url\":\"Encounter/e\"}}"))
                .hasMessage("Bundle.entry.resource is missing; a deletion does not say whose record it was, so that"
                        + " nothing can follow from it. Send what was deleted once more, with a status such as"
                        + " entered-in-error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CareTeam",
                "Encounter",
                "MedicationRequest",
                "RelatedPerson",
                "ResearchSubject",
                "ServiceRequest",
                "Patient",
                "Practitioner",
                "Device"
            })
    void shouldRefuseResourceWithoutId(String type) {
        assertThat(ContextSamples.refusal("{\"resourceType\":\"%s\"}".formatted(type)))
                .hasMessage(type + ".id is missing; the logical id is required, which others refer to");
    }
}
