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

class AppointmentMapperTest {

    private static final String APPOINTMENT = "{\"resourceType\":\"Appointment\",\"id\":\"a\",%s}";
    private static final String PATIENT =
            "\"participant\":[{\"actor\":{\"reference\":\"Patient/p\"},\"status\":\"accepted\"}]";

    @Test
    void shouldReadAppointment() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"Appointment","id":"a1","status":"booked",
                 "start":"2026-03-04T09:00:00+01:00","end":"2026-03-04T09:30:00+01:00",
                 "participant":[{"actor":{"reference":"Patient/pat-1"},"status":"accepted"},
                                {"actor":{"reference":"Practitioner/prac-7"},"status":"accepted"},
                                {"actor":{"reference":"Practitioner/prac-8"},"status":"declined"},
                                {"actor":{"reference":"HealthcareService/h"},"status":"accepted"},
                                {"actor":{"reference":"Location/clinic","display":"Clinic"},"status":"accepted"}]}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.CARE,
                        "pat-1",
                        CareEvent.newBuilder()
                                .setCareId("Appointment/a1")
                                .setPatientId("pat-1")
                                .setKind(CareKind.APPOINTMENT)
                                .setStatus(CareStatus.PLANNED)
                                .setDepartments(List.of(new Department("clinic", "Clinic")))
                                .setPractitionerIds(List.of("prac-7"))
                                .setStart(Instant.parse("2026-03-04T08:00:00Z"))
                                .setEnd(Instant.parse("2026-03-04T08:30:00Z"))
                                .build()));
    }

    @ParameterizedTest
    @CsvSource({
        "proposed, PLANNED",
        "pending, PLANNED",
        "waitlist, PLANNED",
        "arrived, ACTIVE",
        "checked-in, ACTIVE",
        "fulfilled, FINISHED",
        "noshow, FINISHED",
        "cancelled, CANCELLED",
        "entered-in-error, CANCELLED",
    })
    void shouldReadStatus(String status, CareStatus expected) throws Refusal {
        CareEvent care = ContextSamples.care(APPOINTMENT.formatted("\"status\":\"%s\",".formatted(status) + PATIENT));

        assertThat(care.getStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                PATIENT + "|Appointment.status is missing; a code such as booked or fulfilled is required",
                "\"status\":\"booked\",\"participant\":[{\"actor\":{\"reference\":\"Practitioner/p\"},\"status\":\"accepted\"}]"
                        + "|Appointment.participant names 0 patients; exactly one actor such as Patient/123 is required",
                "\"status\":\"booked\",\"participant\":[{\"actor\":{\"reference\":\"Patient/p\"}},{\"actor\":{\"reference\":\"Patient/q\"}}]"
                        + "|Appointment.participant names 2 patients; exactly one actor such as Patient/123 is required",
                "\"status\":\"booked\",\"participant\":[{\"actor\":{\"type\":\"Patient\",\"display\":\"x\"}}]"
                        + "|Appointment.participant.actor does not identify a patient; a reference such as Patient/123 is required",
                "\"status\":\"booked\",\"start\":\"2026-03-04T09:00:00\"," + PATIENT
                        + "|Appointment.start has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is required",
            })
    void shouldRefuse(String elements, String message) {
        assertThat(ContextSamples.refusal(APPOINTMENT.formatted(elements))).hasMessage(message);
    }
}
