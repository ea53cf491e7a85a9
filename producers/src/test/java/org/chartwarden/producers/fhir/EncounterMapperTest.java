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

class EncounterMapperTest {

    private static final String ENCOUNTER = "{\"resourceType\":\"Encounter\",\"id\":\"e\",%s}";

    @Test
    void shouldReadEncounterWithLocations() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"Encounter","id":"e17","status":"in-progress","class":{"code":"IMP"},
                 "subject":{"reference":"Patient/pat-1"},
                 "participant":[{"individual":{"reference":"Practitioner/prac-7"}},
                                {"individual":{"identifier":{"value":"prac-8"}}},
                                {"individual":{"reference":"RelatedPerson/prac-9"}},
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
        CareEvent care = ContextSamples.care("""
                {"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"AMB"},
                 "subject":{"reference":"Patient/p"},"period":{"start":"2026-03-01T08:00:00Z"},
                 "serviceProvider":{"reference":"Organization/clinic"}}""");

        assertThat(care.getDepartments()).containsExactly(new Department("clinic", null));
        assertThat(care.getStart()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(care.getEnd()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "in-progress, clinic ward-1",
        "planned, clinic ward-1 ward-2 ward-3",
    })
    void shouldNotTakePlannedPlaceForOneWhereThePatientIs(String status, String departments) throws Refusal {
        CareEvent care = ContextSamples.care("""
                {"resourceType":"Encounter","id":"e","status":"%s","class":{"code":"IMP"},
                 "subject":{"reference":"Patient/p"},
                 "location":[{"location":{"reference":"Location/clinic"}},
                             {"location":{"reference":"Location/ward-1"},"status":"completed"},
                             {"location":{"reference":"Location/ward-2"},"status":"planned"},
                             {"location":{"reference":"Location/ward-3"},"status":"reserved"}]}""".formatted(status));

        assertThat(care.getDepartments()).extracting(Department::getId).containsExactly(departments.split(" "));
    }

    /** Who prepared there what then took place elsewhere did no wrong. */
    @Test
    void shouldKeepThePlannedPlaceUntilTheBegin() throws Refusal {
        List<CareEvent> all = ContextSamples.allCare("""
                {"resourceType":"Encounter","id":"e","status":"in-progress","class":{"code":"IMP"},
                 "subject":{"reference":"Patient/p"},"period":{"start":"2026-03-01T08:00:00Z"},
                 "participant":[{"individual":{"reference":"Practitioner/prac-7"}}],
                 "location":[{"location":{"reference":"Location/emergency"},"status":"active"},
                             {"location":{"reference":"Location/ward-3"},"status":"reserved"}]}""");

        assertThat(all)
                .containsExactly(
                        CareEvent.newBuilder()
                                .setCareId("Encounter/e/planned")
                                .setPatientId("p")
                                .setKind(CareKind.ENCOUNTER)
                                .setStatus(CareStatus.PLANNED)
                                .setDepartments(List.of(new Department("ward-3", null)))
                                .setStart(Instant.parse("2026-03-01T08:00:00Z"))
                                .setEnd(Instant.parse("2026-03-01T08:00:00Z"))
                                .build(),
                        CareEvent.newBuilder()
                                .setCareId("Encounter/e")
                                .setPatientId("p")
                                .setKind(CareKind.ENCOUNTER)
                                .setStatus(CareStatus.ACTIVE)
                                .setDepartments(List.of(new Department("emergency", null)))
                                .setPractitionerIds(List.of("prac-7"))
                                .setStart(Instant.parse("2026-03-01T08:00:00Z"))
                                .build());
    }

    @Test
    void shouldTakeIdentifierOfRoleForPersonAndNeverItsLogicalId() throws Refusal {
        CareEvent care = ContextSamples.care("""
                {"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"AMB"},
                 "subject":{"reference":"Patient/p"},
                 "participant":[{"individual":{"reference":"PractitionerRole/r1"}},
                                {"individual":{"reference":"PractitionerRole/r2","identifier":{"value":"prac-8"}}}]}""");

        assertThat(care.getPractitionerIds()).containsExactly("prac-8");
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
    void shouldReadStatus(String status, CareStatus expected) throws Refusal {
        CareEvent care = ContextSamples.care(
                ENCOUNTER.formatted("\"status\":\"%s\",\"subject\":{\"reference\":\"Patient/p\"}".formatted(status)));

        assertThat(care.getStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"status\":\"finished\",\"subject\":{\"reference\":\"Group/g\"}"
                        + "|Encounter.subject does not identify a patient; a reference such as Patient/123 is required",
                "\"subject\":{\"reference\":\"Patient/p\"}"
                        + "|Encounter.status is missing; a code such as in-progress or finished is required",
                "\"status\":\"finished\",\"subject\":{\"reference\":\"Patient/p\"},\"period\":{\"end\":\"2026-03-01T08:00:00\"}"
                        + "|Encounter.period.end has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is required",
            })
    void shouldRefuse(String elements, String message) {
        assertThat(ContextSamples.refusal(ENCOUNTER.formatted(elements))).hasMessage(message);
    }
}
