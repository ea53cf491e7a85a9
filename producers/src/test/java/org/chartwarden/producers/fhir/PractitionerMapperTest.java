package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartwarden.model.Address;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;

class PractitionerMapperTest {

    @Test
    void shouldReadPractitionerWithOwnPatientRecordAndHome() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"Practitioner","id":"prac-7","active":false,
                 "identifier":[{"value":"payroll-1"},
                   {"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},
                    "value":"pat-700"}],
                 "name":[{"family":"Example","given":["Ada"]}],
                 "telecom":[{"system":"phone","use":"work","value":"1"},
                   {"system":"email","use":"home","value":"ada@home.example"},
                   {"system":"email","value":"ada@example.org"},
                   {"system":"email","use":"work","value":"ada@hospital.example"}],
                 "address":[{"use":"work","city":"Hospital"},{"city":"Town","postalCode":"12345"}]}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.WORKFORCE,
                        "Practitioner/prac-7",
                        WorkforceMember.newBuilder()
                                .setRecordId("Practitioner/prac-7")
                                .setUserId("prac-7")
                                .setFamilyName("Example")
                                .setGivenName("Ada")
                                .setPatientId("pat-700")
                                .setActive(false)
                                .setEmail("ada@hospital.example")
                                .setAddress(Address.newBuilder()
                                        .setCity("Town")
                                        .setPostalCode("12345")
                                        .build())
                                .build()));
    }

    @Test
    void shouldReadPractitionerOfWhomLittleIsKnown() throws Refusal {
        WorkforceMember member = ContextSamples.member("{\"resourceType\":\"Practitioner\",\"id\":\"p\"}");

        assertThat(member)
                .isEqualTo(WorkforceMember.newBuilder()
                        .setRecordId("Practitioner/p")
                        .setUserId("p")
                        .build());
    }

    @Test
    void shouldRefuseAddressThatIsNowhere() {
        Refusal refusal = ContextSamples.refusal("""
                {"resourceType":"Practitioner","id":"p","address":[{"use":"old"},{"extension":[
                   {"url":"http://hl7.org/fhir/StructureDefinition/geolocation"}]}]}""");

        assertThat(refusal)
                .hasMessage(
                        "Practitioner.address[1].extension(geolocation).latitude is no place on earth; a valueDecimal"
                                + " of degrees from -90 to 90 is required");
    }
}
