package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentsTest {

    @Test
    void shouldReadBooking() throws Refusal {
        assertThat(Hl7Samples.allCare(Hl7Samples.sample("siu-s12")))
                .isEqualTo(List.of(CareEvent.newBuilder()
                        .setCareId("Appointment/F-1")
                        .setPatientId("12345")
                        .setKind(CareKind.APPOINTMENT)
                        .setStatus(CareStatus.PLANNED)
                        .setDepartments(AdmissionsTest.departments("EYE-1", "EYE-2"))
                        .setPractitionerIds(List.of("DOC-6", "DOC-7", "DOC-5"))
                        .setStart(Instant.parse("2026-03-10T08:00:00Z"))
                        .setEnd(Instant.parse("2026-03-10T08:30:00Z"))
                        .setUpdatedAt(Instant.parse("2026-03-01T07:00:00Z"))
                        .build()));
    }

    @Test
    void shouldReadCancellation() throws Refusal {
        CareEvent appointment = Hl7Samples.care(Hl7Samples.sample("siu-s15"));

        assertThat(appointment.getCareId()).isEqualTo("Appointment/F-1");
        assertThat(appointment.getStatus()).isEqualTo(CareStatus.CANCELLED);
        assertThat(appointment.getStart()).isEqualTo("2026-03-10T09:00:00Z");
        assertThat(appointment.getEnd()).isEqualTo("2026-03-10T09:45:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "S12, '',        PLANNED",
        "S13, Booked,    PLANNED",
        "S14, Started,   ACTIVE",
        "S14, Complete,  FINISHED",
        "S14, Noshow,    FINISHED",
        "S14, CANCELLED, CANCELLED",
        "S15, Booked,    CANCELLED",
        "S16, '',        FINISHED",
        "S17, '',        CANCELLED",
        "S26, '',        FINISHED",
    })
    void shouldReadStatus(String event, String told, CareStatus status) throws Refusal {
        byte[] message = siu(event, "SCH||F-1" + "|".repeat(23) + told + "\nPID|||7");

        assertThat(Hl7Samples.care(message).getStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SCH|P-1|F-1                ; AIS|1||X|202603100900 ; 2026-03-10T08:00:00Z ;",
                "SCH|P-1|F-1|||||||90|s     ; AIL|1||X|||202603100900 ; 2026-03-10T08:00:00Z ; 2026-03-10T08:01:30Z",
                "SCH|P-1|F-1|||||||2|hr     ; AIP|1||X|||202603100900 ; 2026-03-10T08:00:00Z ; 2026-03-10T10:00:00Z",
                "SCH|P-1|F-1|||||||1|d      ; TQ1|1||||||202603100900|202603101000 ; 2026-03-10T08:00:00Z ; 2026-03-10T09:00:00Z",
                "SCH|P-1|F-1                ; AIS|1|D|X|202603100900 ; ;",
            })
    void shouldFindTimeWhereverItIs(String schedule, String other, Instant start, Instant end) throws Refusal {
        CareEvent appointment = Hl7Samples.care(siu("S12", schedule + "\nPID|||7\n" + other));

        assertThat(appointment.getStart()).isEqualTo(start);
        assertThat(appointment.getEnd()).isEqualTo(end);
    }

    @Test
    void shouldReadOneForEachPatient() throws Refusal {
        assertThat(Hl7Samples.allCare(siu("S12", "SCH|P-1\nPID|||7\nPID|||8")))
                .extracting(CareEvent::getPatientId, CareEvent::getCareId)
                .isEqualTo(List.of(tuple("7", "Appointment/P-1"), tuple("8", "Appointment/P-1")));
    }

    @Test
    void shouldNotNeedEventsOfSchedules() throws Refusal {
        assertThat(Hl7Samples.read(siu("S23", "SCH|P-1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "PID|||7 # SCH is missing; this type of message requires the segment",
                "SCH|P-1 # PID is missing; this type of message requires the segment",
                "SCH|!PID|||7 # SCH-2 is missing, and so is SCH-1; one of them must identify the appointment",
                "SCH|1||||||||x||^^^20260310!PID|||7 # SCH-9 is not a duration; a whole number is required",
                "SCH|1!PID|||7!AIS|1||X|tomorrow # AIS-4 is not a valid time of HL7 v2;"
                        + " such as 20260131, 202601310815 or 20260131081500+0100 is required",
            })
    void shouldRefuse(String segments, String message) {
        assertThat(Hl7Samples.refusal(siu("S12", segments.replace('!', '\n')))).hasMessage(message);
    }

    private static byte[] siu(String event, String segments) {
        return Hl7Samples.message("MSH|^~\\&|A|B|C|D|20260301083500||SIU^%s|id|P|2.5.1\n%s".formatted(event, segments));
    }
}
