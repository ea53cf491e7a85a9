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

class CareTeamMapperTest {

    private static final String TEAM =
            "{\"resourceType\":\"CareTeam\",\"id\":\"t\",\"subject\":{\"reference\":\"Patient/p\"}%s}";

    @Test
    void shouldReadCareTeam() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"CareTeam","id":"t1","status":"active","subject":{"reference":"Patient/pat-1"},
                 "period":{"start":"2026-03-01T08:00:00Z"},
                 "participant":[{"member":{"reference":"Practitioner/prac-7"}},
                                {"member":{"reference":"Patient/pat-1"}},
                                {"member":{"reference":"Organization/oncology","display":"Oncology"}}],
                 "managingOrganization":[{"reference":"Organization/tumour-board"},
                                         {"reference":"Organization/oncology","display":"Oncology"}]}""");

        assertThat(outgoing)
                .isEqualTo(new Outgoing<>(
                        Topics.CARE,
                        "pat-1",
                        CareEvent.newBuilder()
                                .setCareId("CareTeam/t1")
                                .setPatientId("pat-1")
                                .setKind(CareKind.CARE_TEAM)
                                .setStatus(CareStatus.ACTIVE)
                                .setDepartments(List.of(
                                        new Department("oncology", "Oncology"), new Department("tumour-board", null)))
                                .setPractitionerIds(List.of("prac-7"))
                                .setStart(Instant.parse("2026-03-01T08:00:00Z"))
                                .build()));
    }

    /** Their accesses of that time stay explained. */
    @Test
    void shouldTellOfEachMemberWithAnEndApart() throws Refusal {
        List<CareEvent> all = ContextSamples.allCare("""
                {"resourceType":"CareTeam","id":"t","subject":{"reference":"Patient/p"},
                 "period":{"start":"2026-01-01T00:00:00Z","end":"2026-03-01T00:00:00Z"},
                 "participant":[{"member":{"reference":"Practitioner/lasting"}},
                   {"member":{"reference":"Practitioner/left"},"period":{"end":"2026-02-01T00:00:00Z"}},
                   {"member":{"reference":"Practitioner/future"},
                    "period":{"start":"2026-01-15T00:00:00Z","end":"2027-01-01T00:00:00Z"}},
                   {"member":{"reference":"Organization/unit"},"period":{"end":"2026-01-20T00:00:00Z"}}]}""");

        assertThat(all)
                .containsExactly(
                        member("CareTeam/t/left/-", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")
                                .setPractitionerIds(List.of("left"))
                                .build(),
                        member("CareTeam/t/future/2026-01-15T00:00:00Z", "2026-01-15T00:00:00Z", "2026-03-01T00:00:00Z")
                                .setPractitionerIds(List.of("future"))
                                .build(),
                        member("CareTeam/t/unit/-", "2026-01-01T00:00:00Z", "2026-01-20T00:00:00Z")
                                .setDepartments(List.of(new Department("unit", null)))
                                .build(),
                        member("CareTeam/t", "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z")
                                .setPractitionerIds(List.of("lasting"))
                                .build());
    }

    private static CareEvent.Builder member(String careId, String start, String end) {
        return CareEvent.newBuilder()
                .setCareId(careId)
                .setPatientId("p")
                .setKind(CareKind.CARE_TEAM)
                .setStatus(CareStatus.FINISHED)
                .setStart(Instant.parse(start))
                .setEnd(Instant.parse(end));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",\"status\":\"proposed\"|PLANNED",
                ",\"status\":\"suspended\"|FINISHED",
                ",\"status\":\"inactive\"|FINISHED",
                ",\"status\":\"entered-in-error\"|CANCELLED",
                "``|ACTIVE",
                ",\"period\":{\"end\":\"2026-03-01\"}|FINISHED",
            })
    void shouldReadStatus(String elements, CareStatus expected) throws Refusal {
        CareEvent care = ContextSamples.care(TEAM.formatted(elements));

        assertThat(care.getStatus()).isEqualTo(expected);
    }

    @Test
    void shouldRefuseTeamOfNobody() {
        assertThat(ContextSamples.refusal("{\"resourceType\":\"CareTeam\",\"id\":\"t\"}"))
                .hasMessage(
                        "CareTeam.subject does not identify a patient; a reference such as Patient/123 is required");
    }
}
