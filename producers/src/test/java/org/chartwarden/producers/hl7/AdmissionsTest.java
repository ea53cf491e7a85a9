package org.chartwarden.producers.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chartwarden.model.Address;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionsTest {

    private static final String PID = "PID|1||7^^^H^MR\n";

    @Test
    void shouldReadAdmission() throws Refusal {
        List<Outgoing<?>> records = Hl7Samples.read(Hl7Samples.sample("adt-a01"));

        Patient patient = Patient.newBuilder()
                .setPatientId("12345")
                .setFamilyName("Example")
                .setGivenName("Ada Maria")
                .setBirthDate(LocalDate.of(1980, 2, 29))
                .setVip(true)
                .setSecurityLabels(List.of("VIP", "R"))
                .setAddress(Address.newBuilder()
                        .setLine("High Street 1 Flat 2")
                        .setCity("Town")
                        .setPostalCode("12345")
                        .build())
                .setUpdatedAt(Instant.parse("2026-03-01T07:34:00Z"))
                .build();
        CareEvent visit = CareEvent.newBuilder()
                .setCareId("Encounter/V-100")
                .setPatientId("12345")
                .setKind(CareKind.ENCOUNTER)
                .setStatus(CareStatus.ACTIVE)
                .setDepartments(departments("ONC"))
                .setPractitionerIds(List.of("DOC-1", "REF-2", "CON-3", "ADM-4"))
                .setStart(Instant.parse("2026-03-01T07:30:00Z"))
                .setPartial(true)
                .setUpdatedAt(Instant.parse("2026-03-01T07:34:00Z"))
                .build();
        assertThat(records)
                .containsExactly(
                        new Outgoing<>(Topics.PATIENTS, "12345", patient), new Outgoing<>(Topics.CARE, "12345", visit));
    }

    @ParameterizedTest
    @CsvSource({
        "adt-a02, V-100, ACTIVE,    ONC SURG RAD, 2026-03-01T07:30:00Z,                     , 2026-03-02T09:00:00Z",
        "adt-a03, V-100, FINISHED,  ONC,          2026-03-01T07:30:00Z, 2026-03-05T10:00:00Z, 2026-03-05T11:00:00Z",
        "adt-a04, V-101, ACTIVE,    EYE,          2026-03-06T07:55:00Z,                     , 2026-03-06T08:00:00Z",
        "adt-a05, V-102, PLANNED,   SURG,         2026-03-19T23:00:00Z,                     , 2026-03-06T08:00:00Z",
        "adt-a08, V-100, ACTIVE,    ONC,          2026-03-01T07:30:00Z,                     , 2026-03-03T06:00:00Z",
        "adt-a11, V-100, CANCELLED, ONC,          2026-03-01T07:30:00Z,                     , 2026-03-01T08:00:00Z",
        "adt-a13, V-100, ACTIVE,    ONC,          2026-03-01T07:30:00Z,                     , 2026-03-05T12:00:00Z",
    })
    void shouldReadVisit(
            String sample,
            String number,
            CareStatus status,
            String departments,
            Instant start,
            Instant end,
            Instant updated)
            throws Refusal {
        CareEvent visit = Hl7Samples.care(Hl7Samples.sample(sample));

        assertThat(visit.getCareId()).isEqualTo("Encounter/" + number);
        assertThat(visit.getPatientId()).isEqualTo("12345");
        assertThat(visit.getStatus()).isEqualTo(status);
        assertThat(visit.getDepartments()).isEqualTo(departments(departments.split(" ")));
        assertThat(visit.getStart()).isEqualTo(start);
        assertThat(visit.getEnd()).isEqualTo(end);
        assertThat(visit.getUpdatedAt()).isEqualTo(updated);
    }

    @ParameterizedTest
    @CsvSource({
        "A06, ACTIVE,    true",
        "A07, ACTIVE,    true",
        "A09, ACTIVE,    true",
        "A10, ACTIVE,    true",
        "A12, ACTIVE,    false",
        "A14, PLANNED,   true",
        "A27, CANCELLED, false",
        "A38, CANCELLED, false",
        "A54, ACTIVE,    true",
        "a01, ACTIVE,    true",
    })
    void shouldReadOtherEventsOfVisits(String event, CareStatus status, boolean isPartial) throws Refusal {
        byte[] message = Hl7Samples.adt(event, PID + "PV1|1|I|W1||||||||||||||||V1");

        CareEvent visit = Hl7Samples.care(message);

        assertThat(visit.getStatus()).isEqualTo(status);
        assertThat(visit.getPartial()).isEqualTo(isPartial);
    }

    @ParameterizedTest
    @CsvSource({
        "I, '',       ACTIVE,   ",
        "P, '',       PLANNED,  ",
        "I, 20260304, FINISHED, 2026-03-04T22:59:59.999Z",
    })
    void shouldTellByItsDatesHowFarAnUpdatedVisitIs(String patientClass, String end, CareStatus status, Instant until)
            throws Refusal {
        byte[] message =
                Hl7Samples.adt("A08", PID + "PV1|1|" + patientClass + "|W1||||||||||||||||V1" + "|".repeat(26) + end);

        CareEvent visit = Hl7Samples.care(message);

        assertThat(visit.getStatus()).isEqualTo(status);
        assertThat(visit.getEnd()).isEqualTo(until);
    }

    @Test
    void shouldForgetMistakenTransfer() throws Refusal {
        byte[] message = Hl7Samples.adt("A12", PID + "PV1|1|I|W1|||W2|||||||||||||V1");

        assertThat(Hl7Samples.care(message).getDepartments()).isEqualTo(departments("W1"));
    }

    @Test
    void shouldEndDischargeWhenItHappenedWhereVisitDoesNotTell() throws Refusal {
        byte[] message =
                Hl7Samples.adt("A03", "EVN||20260305120000||||20260305113000\n" + PID + "PV1|1|I|||||||||||||||||V1");

        assertThat(Hl7Samples.care(message).getEnd()).isEqualTo("2026-03-05T10:30:00Z");
    }

    @Test
    void shouldKnowVisitByAccountWhereItHasNoNumber() throws Refusal {
        byte[] message = Hl7Samples.adt("A01", "PID|1||7^^^H^MR" + "|".repeat(15) + "ACC-7\nPV1|1|I|W1");

        assertThat(Hl7Samples.care(message).getCareId()).isEqualTo("Encounter/ACC-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A01", "A28", "A31"})
    void shouldReadPatientAloneWithoutVisit(String event) throws Refusal {
        List<Outgoing<?>> records = Hl7Samples.read(Hl7Samples.adt(event, PID));

        assertThat(records)
                .containsExactly(new Outgoing<>(
                        Topics.PATIENTS,
                        "7",
                        Patient.newBuilder()
                                .setPatientId("7")
                                .setVipTold(false)
                                .setUpdatedAt(Instant.parse("2026-03-01T07:35:00Z"))
                                .build()));
    }

    @Test
    void shouldReadPersonUpdateWithoutVisit() throws Refusal {
        assertThat(Hl7Samples.read(Hl7Samples.sample("adt-a31")))
                .extracting(Outgoing::topic)
                .isEqualTo(List.of(Topics.PATIENTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A15", "A20", "A43", "A60", "Z99"})
    void shouldNotNeedOtherEvents(String event) throws Refusal {
        assertThat(Hl7Samples.read(Hl7Samples.adt(event, PID))).isEmpty();
    }

    /** No later version would ever replace it. */
    @ParameterizedTest
    @CsvSource({
        "20260309010001, '',             MSH-7",
        "20260301000000, 22060301083500, EVN-2",
    })
    void shouldRefuseMessageOfTheFuture(String sent, String recorded, String path) {
        byte[] message = Hl7Samples.message(
                "MSH|^~\\&|A|B|C|D|%s||ADT^A01|id|P|2.5.1\nEVN||%s\n".formatted(sent, recorded) + PID);

        assertThat(Hl7Samples.refusal(message))
                .hasMessage(path + " is more than 24 hours in the future; no later version would ever replace it."
                        + " Correct the clock of the source");
    }

    @Test
    void shouldTakeMessageOfAClockThatIsADayAhead() throws Refusal {
        byte[] message = Hl7Samples.message("MSH|^~\\&|A|B|C|D|20260309010000||ADT^A01|id|P|2.5.1\n" + PID);

        assertThat(Hl7Samples.patient(message).getUpdatedAt()).isEqualTo("2026-03-09T00:00:00Z");
    }

    static List<Department> departments(String... ids) {
        return List.of(ids).stream()
                .map(id -> Department.newBuilder().setId(id).build())
                .toList();
    }
}
