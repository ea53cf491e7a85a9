package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {

    @Test
    void shouldReadEachOrderOfAMessage() throws Refusal {
        CareEvent laboratory = CareEvent.newBuilder()
                .setCareId("ServiceRequest/PL-1")
                .setPatientId("12345")
                .setKind(CareKind.LABORATORY)
                .setStatus(CareStatus.ACTIVE)
                .setDepartments(AdmissionsTest.departments("ONC"))
                .setPractitionerIds(List.of("PATH-1", "ASSI-1", "TECH-1"))
                .setRequesterIds(List.of("DOC-1", "DOC-2"))
                .setStart(Instant.parse("2026-03-01T09:55:00Z"))
                .setUpdatedAt(Instant.parse("2026-03-01T10:00:00Z"))
                .build();
        CareEvent imaging = CareEvent.newBuilder()
                .setCareId("ServiceRequest/PL-2")
                .setPatientId("12345")
                .setKind(CareKind.IMAGING)
                .setStatus(CareStatus.CANCELLED)
                .setStart(Instant.parse("2026-03-01T12:00:00Z"))
                .setUpdatedAt(Instant.parse("2026-03-01T10:00:00Z"))
                .build();

        assertThat(Hl7Samples.allCare(Hl7Samples.sample("orm-o01"))).isEqualTo(List.of(laboratory, imaging));
    }

    @Test
    void shouldReadFinishedOrderOfTheFiller() throws Refusal {
        assertThat(Hl7Samples.care(Hl7Samples.sample("omg-o19")))
                .isEqualTo(CareEvent.newBuilder()
                        .setCareId("ServiceRequest/FI-3")
                        .setPatientId("12345")
                        .setKind(CareKind.IMAGING)
                        .setStatus(CareStatus.FINISHED)
                        .setStart(Instant.parse("2026-03-01T12:30:00Z"))
                        .setEnd(Instant.parse("2026-03-01T12:45:00Z"))
                        .setUpdatedAt(Instant.parse("2026-03-01T13:00:00Z"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "NW, '', ACTIVE",
        "XO, IP, ACTIVE",
        "SC, CM, FINISHED",
        "SC, CA, CANCELLED",
        "SC, DC, CANCELLED",
        "CA, '', CANCELLED",
        "OC, IP, CANCELLED",
        "DC, '', CANCELLED",
        "RP, '', FINISHED",
        "RO, '', ACTIVE",
        "'', '', ACTIVE",
    })
    void shouldReadStatus(String control, String told, CareStatus status) throws Refusal {
        byte[] message = order("ORM^O01", "PID|||7\nORC|%s|P-1|||%s".formatted(control, told));

        assertThat(Hl7Samples.care(message).getStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "ORM^O01, LAB, LABORATORY",
        "ORM^O01, MB,  LABORATORY",
        "OMG^O19, RAD, IMAGING",
        "OMG^O19, CT,  IMAGING",
        "ORM^O01, PT,  ORDER",
        "ORM^O01, '',  ORDER",
        "OML^O21, '',  LABORATORY",
        "OMI^O23, '',  IMAGING",
        "OMI^O23, LAB, LABORATORY",
    })
    void shouldReadKind(String type, String service, CareKind kind) throws Refusal {
        byte[] message = order(type, "PID|||7\nORC|NW|P-1\nOBR|1|P-1" + "|".repeat(22) + service);

        assertThat(Hl7Samples.care(message).getKind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "ORC|NW|P-1|F-1, OBR|1|P-2|F-2, P-1",
        "ORC|NW||F-1,    OBR|1|P-2|F-2, P-2",
        "ORC|NW||F-1,    OBR|1,         F-1",
        "ORC|NW,         OBR|1||F-2,    F-2",
    })
    void shouldKnowOrderByItsPlacer(String control, String detail, String id) throws Refusal {
        byte[] message = order("ORM^O01", "PID|||7\n" + control + "\n" + detail);

        assertThat(Hl7Samples.care(message).getCareId()).isEqualTo("ServiceRequest/" + id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "PID|||7 # ORC is missing; this type of message requires the segment",
                "ORC|NW|P-1 # PID is missing; this type of message requires the segment",
                "PID|||7!ORC|NW|P-1!ORC|NW"
                        + " # ORC(2)-2 is missing, and so is ORC(2)-3; one of them must identify the order",
                "PID|||7!ORC|NW|P-1|||||^^^noon # ORC-7.4 is not a valid time of HL7 v2;"
                        + " such as 20260131, 202601310815 or 20260131081500+0100 is required",
            })
    void shouldRefuse(String segments, String message) {
        assertThat(Hl7Samples.refusal(order("ORM^O01", segments.replace('!', '\n'))))
                .hasMessage(message);
    }

    private static byte[] order(String type, String segments) {
        return Hl7Samples.message("MSH|^~\\&|A|B|C|D|20260301083500||%s|id|P|2.5.1\n%s".formatted(type, segments));
    }
}
