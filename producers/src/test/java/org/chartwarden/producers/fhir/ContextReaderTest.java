package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareKind;
import org.chartwarden.model.CareStatus;
import org.chartwarden.model.Department;
import org.chartwarden.model.Patient;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.reader.Outgoing;
import org.chartwarden.producers.reader.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextReaderTest {

    private final ContextReader reader = new ContextReader(ZoneId.of("Europe/Berlin"));

    @Test
    void shouldReadPatient() throws Refusal {
        Outgoing<?> outgoing = read("""
                {"resourceType":"Patient","id":"pat-1",
                 "meta":{"security":[
                   {"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"CEL"},
                   {"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"},
                   {"code":"R"}]},
                 "name":[{"family":"Young","given":["A"]},
                         {"use":"official","family":"Example","given":["Ada","Maria"]}],
                 "birthDate":"1980-02-29","deceasedDateTime":"2026-01"}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.PATIENTS,
                        "pat-1",
                        Patient.newBuilder()
                                .setPatientId("pat-1")
                                .setFamilyName("Example")
                                .setGivenName("Ada Maria")
                                .setBirthDate(LocalDate.of(1980, 2, 29))
                                .setVip(true)
                                .setSecurityLabels(List.of("CEL", "R"))
                                .setDeceased(true)
                                .build()));
    }

    @Test
    void shouldReadPatientOfWhomLittleIsKnown() throws Refusal {
        Patient patient = (Patient)
                read("{\"resourceType\":\"Patient\",\"id\":\"p\",\"birthDate\":\"1980-02\",\"deceasedBoolean\":false}")
                        .value();

        assertThat(patient).isEqualTo(Patient.newBuilder().setPatientId("p").build());
    }

    @Test
    void shouldReadEncounterWithLocations() throws Refusal {
        Outgoing<?> outgoing = read("""
                {"resourceType":"Encounter","id":"e17","status":"in-progress","class":{"code":"IMP"},
                 "subject":{"reference":"Patient/pat-1"},
                 "participant":[{"individual":{"reference":"Practitioner/prac-7"}},
                                {"individual":{"identifier":{"value":"prac-8"}}},
                                {"individual":{"reference":"Practitioner/prac-7"}}],
                 "period":{"start":"2026-03-01","end":"2026-03-28"},
                 "location":[{"location":{"reference":"Location/ward-3","display":"Ward 3"}}],
                 "serviceProvider":{"reference":"Organization/hospital"}}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.CARE,
                        "pat-1",
                        CareEvent.newBuilder()
                                .setCareId("Encounter/e17")
                                .setPatientId("pat-1")
                                .setKind(CareKind.ENCOUNTER)
                                .setStatus(CareStatus.ACTIVE)
                                .setDepartments(List.of(new Department("ward-3", "Ward 3")))
                                .setPractitionerIds(List.of("prac-7", "prac-8"))
                                .setStart(Instant.parse("2026-02-28T23:00:00Z"))
                                .setEnd(Instant.parse("2026-03-28T22:59:59.999Z"))
                                .build()));
    }

    @Test
    void shouldTakeServiceProviderWhereNoLocationIsGiven() throws Refusal {
        CareEvent care = (CareEvent) read("""
                {"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"AMB"},
                 "subject":{"reference":"Patient/p"},"period":{"start":"2026-03-01T08:00:00Z"},
                 "serviceProvider":{"reference":"Organization/clinic"}}""").value();

        assertThat(care.getDepartments()).containsExactly(new Department("clinic", null));
        assertThat(care.getStart()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(care.getEnd()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "planned, PLANNED",
        "arrived, ACTIVE",
        "triaged, ACTIVE",
        "onleave, ACTIVE",
        "finished, FINISHED",
        "cancelled, CANCELLED",
        "entered-in-error, CANCELLED",
        "unknown, ACTIVE",
    })
    void shouldReadEncounterStatus(String status, CareStatus expected) throws Refusal {
        CareEvent care = (CareEvent) read("""
                {"resourceType":"Encounter","id":"e","status":"%s","subject":{"reference":"Patient/p"}}""".formatted(status)).value();

        assertThat(care.getStatus()).isEqualTo(expected);
    }

    @Test
    void shouldReadPractitionerWithOwnPatientRecord() throws Refusal {
        Outgoing<?> outgoing = read("""
                {"resourceType":"Practitioner","id":"prac-7","active":false,
                 "identifier":[{"value":"payroll-1"},
                   {"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},
                    "value":"pat-700"}],
                 "name":[{"family":"Example","given":["Ada"]}]}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.WORKFORCE,
                        "Practitioner/prac-7",
                        WorkforceMember.newBuilder()
                                .setRecordId("Practitioner/prac-7")
                                .setUserId("prac-7")
                                .setFamilyName("Example")
                                .setGivenName("Ada")
                                .setDepartments(List.of())
                                .setPatientId("pat-700")
                                .setActive(false)
                                .build()));
    }

    @Test
    void shouldReadPractitionerRole() throws Refusal {
        Outgoing<?> outgoing = read("""
                {"resourceType":"PractitionerRole","id":"r3","practitioner":{"reference":"Practitioner/prac-7"},
                 "organization":{"reference":"Organization/hospital"},
                 "code":[{"coding":[{"code":"nurse"}]},{"text":"team lead"}],
                 "location":[{"reference":"Location/ward-3","display":"Ward 3"},{"reference":"Location/ward-4"}]}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.WORKFORCE,
                        "PractitionerRole/r3",
                        WorkforceMember.newBuilder()
                                .setRecordId("PractitionerRole/r3")
                                .setUserId("prac-7")
                                .setDepartments(
                                        List.of(new Department("ward-3", "Ward 3"), new Department("ward-4", null)))
                                .setRoles(List.of("nurse", "team lead"))
                                .build()));
    }

    @ParameterizedTest
    @CsvSource({"Location", "Organization"})
    void shouldNotNeedPlaces(String type) throws Refusal {
        assertThat(reader.read(Samples.utf8("{\"resourceType\":\"%s\",\"id\":\"x\"}".formatted(type))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"resourceType\":\"Patient\"}"
                        + "|Patient.id is missing; the logical id is required, which others refer to",
                "{\"resourceType\":\"Patient\",\"id\":\"p\",\"birthDate\":\"1980-02-31\"}"
                        + "|Patient.birthDate is not a valid date of FHIR R4",
                "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"status\":\"finished\",\"subject\":{\"reference\":\"Group/g\"}}"
                        + "|Encounter.subject does not identify a patient; a reference such as Patient/123 is required",
                "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"subject\":{\"reference\":\"Patient/p\"}}"
                        + "|Encounter.status is missing; a code such as in-progress or finished is required",
                "{\"resourceType\":\"PractitionerRole\",\"id\":\"r\"}"
                        + "|PractitionerRole.practitioner does not identify the person; a reference such as Practitioner/123 is required",
                "{\"resourceType\":\"AuditEvent\",\"id\":\"r\"}"
                        + "|resourceType is not one that is read here; allowed: Encounter, Location, Organization, Patient, Practitioner, PractitionerRole",
            })
    void shouldRefuse(String resource, String message) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader.read(Samples.utf8(resource)));

        assertThat(refusal).hasMessage(message);
    }

    private Outgoing<?> read(String resource) throws Refusal {
        return reader.read(Samples.utf8(resource)).orElseThrow();
    }
}
