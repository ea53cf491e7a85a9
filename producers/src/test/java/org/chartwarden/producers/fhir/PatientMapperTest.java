package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chartwarden.model.Address;
import org.chartwarden.model.Patient;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientMapperTest {

    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"p\",%s}";

    @Test
    void shouldReadPatient() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"Patient","id":"pat-1",
                 "meta":{"security":[
                   {"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"CEL"},
                   {"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"},
                   {"code":"R"}]},
                 "name":[{"family":"Young","given":["A"]},
                         {"use":"official","family":"Example","given":["Ada","Maria"]}],
                 "birthDate":"1980-02-29","deceasedDateTime":"2026-01-05T10:00:00+01:00",
                 "address":[{"line":["High Street 1"],"city":"Town"}],
                 "link":[{"other":{"reference":"Patient/pat-0"},"type":"replaces"},
                         {"other":{"reference":"Patient/pat-2"},"type":"replaced-by"}]}""");

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
                                .setDeceasedAt(Instant.parse("2026-01-05T09:00:00Z"))
                                .setAddress(Address.newBuilder()
                                        .setLine("High Street 1")
                                        .setCity("Town")
                                        .build())
                                .setReplacedBy("pat-2")
                                .build()));
    }

    @Test
    void shouldReadPatientOfWhomLittleIsKnown() throws Refusal {
        Patient patient =
                ContextSamples.patient(PATIENT.formatted("\"birthDate\":\"1980-02\",\"deceasedBoolean\":false"));

        assertThat(patient).isEqualTo(Patient.newBuilder().setPatientId("p").build());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 2026-01-04T23:00:00Z",
        "2026-01,",
        "2026,",
    })
    void shouldTakeDayOfDeathOnlyWhereItIsOne(String date, Instant expected) throws Refusal {
        Patient patient = ContextSamples.patient(PATIENT.formatted("\"deceasedDateTime\":\"" + date + "\""));

        assertThat(patient.getDeceased()).isTrue();
        assertThat(patient.getDeceasedAt()).isEqualTo(expected);
    }

    @Test
    void shouldKnowDeathWithoutItsDay() throws Refusal {
        Patient patient = ContextSamples.patient(PATIENT.formatted("\"deceasedBoolean\":true"));

        assertThat(patient.getDeceased()).isTrue();
        assertThat(patient.getDeceasedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"birthDate\":\"1980-02-31\"|Patient.birthDate is not a valid date of FHIR R4",
                "\"birthDate\":\"+026-03-28\"|Patient.birthDate is not a valid date of FHIR R4",
                "\"deceasedDateTime\":\"2026-01-05T10:00:00\""
                        + "|Patient.deceasedDateTime has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is required",
                "\"link\":[{\"other\":{\"display\":\"x\"},\"type\":\"replaced-by\"}]"
                        + "|Patient.link[0].other does not identify a patient; a reference such as Patient/123 is required",
                "\"link\":[{\"other\":{\"reference\":\"RelatedPerson/r\"},\"type\":\"replaced-by\"}]"
                        + "|Patient.link[0].other does not identify a patient; a reference such as Patient/123 is required",
                "\"link\":[{\"other\":{\"reference\":\"Patient/p\"},\"type\":\"replaced-by\"}]"
                        + "|Patient.link of type replaced-by must name one record, and not the patient's own",
                "\"link\":[{\"other\":{\"reference\":\"Patient/a\"},\"type\":\"replaced-by\"},"
                        + "{\"other\":{\"reference\":\"Patient/b\"},\"type\":\"replaced-by\"}]"
                        + "|Patient.link of type replaced-by must name one record, and not the patient's own",
            })
    void shouldRefuse(String elements, String message) {
        assertThat(ContextSamples.refusal(PATIENT.formatted(elements))).hasMessage(message);
    }
}
