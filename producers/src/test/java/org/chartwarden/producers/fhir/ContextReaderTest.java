package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextReaderTest {

    private final ContextReader reader = new ContextReader(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"Location", "Organization"})
    void shouldNotNeedPlaces(String type) throws Refusal {
        assertThat(reader.read(Samples.utf8("{\"resourceType\":\"%s\",\"id\":\"x\"}".formatted(type))))
                .isEmpty();
    }

    @Test
    void shouldRefuseOtherTypesAndNameThoseItReads() {
        assertThat(ContextSamples.refusal("{\"resourceType\":\"AuditEvent\",\"id\":\"r\"}"))
                .hasMessage("resourceType is not one that is read here; allowed: Appointment, CareTeam, Device,"
                        + " Encounter, Location, MedicationRequest, Organization, Patient, Practitioner,"
                        + " PractitionerRole, RelatedPerson, ResearchSubject, ServiceRequest");
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
