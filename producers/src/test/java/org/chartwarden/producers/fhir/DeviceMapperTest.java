package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwarden.model.Department;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceMapperTest {

    @Test
    void shouldReadDevice() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"Device","id":"ct-1","status":"inactive",
                 "deviceName":[{"name":"Model 7","type":"model-name"},{"name":"CT room 2","type":"user-friendly-name"}],
                 "type":{"coding":[{"system":"http://snomed.info/sct","code":"469289001"}]},
                 "location":{"reference":"Location/radiology","display":"Radiology"}}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.WORKFORCE,
                        "Device/ct-1",
                        WorkforceMember.newBuilder()
                                .setRecordId("Device/ct-1")
                                .setUserId("ct-1")
                                .setFamilyName("CT room 2")
                                .setDepartments(List.of(new Department("radiology", "Radiology")))
                                .setActive(false)
                                .setKind(MemberKind.DEVICE)
                                .build()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"software\"}|SERVICE",
                "{\"text\":\"service-account\"}|SERVICE",
                "{\"coding\":[{\"code\":\"x\"},{\"code\":\"service-account\"}]}|SERVICE",
                "{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"706687001\"}]}|SERVICE",
                "{\"coding\":[{\"system\":\"http://other.example\",\"code\":\"706687001\"}]}|DEVICE",
                "{\"text\":\"infusion pump\"}|DEVICE",
            })
    void shouldTellServiceFromMachine(String type, MemberKind kind) throws Refusal {
        WorkforceMember member =
                ContextSamples.member("{\"resourceType\":\"Device\",\"id\":\"d\",\"type\":%s}".formatted(type));

        assertThat(member.getKind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"active, true", "unknown, true", "inactive, false", "entered-in-error, false"})
    void shouldReadStatus(String status, boolean active) throws Refusal {
        WorkforceMember member =
                ContextSamples.member("{\"resourceType\":\"Device\",\"id\":\"d\",\"status\":\"%s\"}".formatted(status));

        assertThat(member.getActive()).isEqualTo(active);
    }

    @Test
    void shouldRefuseUnknownStatus() {
        assertThat(ContextSamples.refusal("{\"resourceType\":\"Device\",\"id\":\"d\",\"status\":\"broken\"}"))
                .hasMessage("Device.status is not a valid code of FHIR R4");
    }
}
