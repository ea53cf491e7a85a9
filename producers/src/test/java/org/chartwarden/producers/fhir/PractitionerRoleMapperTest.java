package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Department;
import org.chartwarden.model.Leave;
import org.chartwarden.model.WeeklyShift;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PractitionerRoleMapperTest {

    private static final String ROLE =
            "{\"resourceType\":\"PractitionerRole\",\"id\":\"r\",\"practitioner\":{\"reference\":\"Practitioner/p\"},%s}";

    @Test
    void shouldReadPractitionerRole() throws Refusal {
        Outgoing<?> outgoing = ContextSamples.read("""
                {"resourceType":"PractitionerRole","id":"r3","practitioner":{"reference":"Practitioner/prac-7"},
                 "period":{"start":"2025-10-01","end":"2026-03-31"},
                 "organization":{"reference":"Organization/hospital"},
                 "code":[{"coding":[{"code":"nurse"}]},{"text":"team lead"}],
                 "location":[{"reference":"Location/ward-3","display":"Ward 3"},{"reference":"Location/ward-4"}],
                 "availableTime":[{"daysOfWeek":["tue"],"availableStartTime":"07:00:00","availableEndTime":"15:30:00"}],
                 "notAvailable":[{"description":"holidays","during":{"start":"2026-02-01","end":"2026-02-14"}}]}""");

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
                                .setEmployedFrom(Instant.parse("2025-09-30T22:00:00Z"))
                                .setEmployedUntil(Instant.parse("2026-03-31T21:59:59.999Z"))
                                .setShifts(List.of(new WeeklyShift(2, 420, 930)))
                                .setLeaves(List.of(new Leave(
                                        Instant.parse("2026-01-31T23:00:00Z"),
                                        Instant.parse("2026-02-14T22:59:59.999Z"))))
                                .build()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"daysOfWeek\":[\"mon\"],\"availableStartTime\":\"19:00:00\",\"availableEndTime\":\"07:00:00\"|1|1140|1860",
                "\"daysOfWeek\":[\"sun\"],\"availableStartTime\":\"08:00:00\",\"availableEndTime\":\"08:00:00\"|7|480|1920",
                "\"daysOfWeek\":[\"sat\"],\"availableStartTime\":\"16:00:00\",\"availableEndTime\":\"00:00:00\"|6|960|1440",
                "\"daysOfWeek\":[\"wed\"],\"allDay\":true|3|0|1440",
                "\"daysOfWeek\":[\"thu\"]|4|0|1440",
                "\"daysOfWeek\":[\"fri\"],\"availableStartTime\":\"12:00:00\"|5|720|1440",
                "\"daysOfWeek\":[\"fri\"],\"availableEndTime\":\"12:00:00\"|5|0|720",
            })
    void shouldReadShift(String time, int day, int start, int end) throws Refusal {
        assertThat(shifts("{" + time + "}")).containsExactly(new WeeklyShift(day, start, end));
    }

    @Test
    void shouldReadShiftOfEachDayOnce() throws Refusal {
        List<WeeklyShift> shifts =
                shifts("{\"daysOfWeek\":[\"fri\",\"mon\",\"fri\"],\"availableStartTime\":\"06:00:00\","
                        + "\"availableEndTime\":\"14:00:00\"},{\"daysOfWeek\":[\"sun\"],\"allDay\":true}");

        assertThat(shifts)
                .containsExactly(
                        new WeeklyShift(1, 360, 840), new WeeklyShift(5, 360, 840), new WeeklyShift(7, 0, 1440));
    }

    @Test
    void shouldTakeShiftWithoutDaysForOneOfEveryDay() throws Refusal {
        List<WeeklyShift> shifts = shifts("{\"availableStartTime\":\"06:00:00\",\"availableEndTime\":\"14:00:00\"}");

        assertThat(shifts).extracting(WeeklyShift::getDay).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void shouldTakeNoAbsenceWithoutTimeForOneForEver() throws Refusal {
        WorkforceMember member = ContextSamples.member(
                ROLE.formatted("\"notAvailable\":[{\"description\":\"on call\"},{\"description\":\"parental leave\","
                        + "\"during\":{\"start\":\"2026-03-01T08:00:00Z\"}}]"));

        assertThat(member.getLeaves()).containsExactly(new Leave(Instant.parse("2026-03-01T08:00:00Z"), null));
    }

    @Test
    void shouldTakeOrganizationWhereNoLocationIsGiven() throws Refusal {
        WorkforceMember member =
                ContextSamples.member(ROLE.formatted("\"organization\":{\"reference\":\"Organization/clinic\"}"));

        assertThat(member.getDepartments()).containsExactly(new Department("clinic", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"availableTime\":[{\"allDay\":true},{\"availableStartTime\":\"24:00:00\"}]"
                        + "|PractitionerRole.availableTime[1].availableStartTime is not a valid time of FHIR R4; a time of day such as 19:00:00 is required",
                "\"availableTime\":[{\"availableEndTime\":\"7 pm\"}]"
                        + "|PractitionerRole.availableTime[0].availableEndTime is not a valid time of FHIR R4; a time of day such as 19:00:00 is required",
                "\"availableTime\":[{\"daysOfWeek\":[\"Monday\"]}]"
                        + "|PractitionerRole.availableTime[0].daysOfWeek[0] is not a valid code of FHIR R4",
                "\"notAvailable\":[{\"description\":\"x\",\"during\":{\"end\":\"2026-03-01T08:00:00\"}}]"
                        + "|PractitionerRole.notAvailable[0].during.end has no time of day or no offset from UTC; an instant such as 2026-01-31T08:15:00+01:00 is required",
                "\"period\":{\"start\":\"March\"}"
                        + "|PractitionerRole.period.start is not a valid dateTime of FHIR R4",
            })
    void shouldRefuse(String elements, String message) {
        assertThat(ContextSamples.refusal(ROLE.formatted(elements))).hasMessage(message);
    }

    @Test
    void shouldRefuseRoleOfNobody() {
        assertThat(ContextSamples.refusal("{\"resourceType\":\"PractitionerRole\",\"id\":\"r\"}"))
                .hasMessage("PractitionerRole.practitioner does not identify the person; a reference such as"
                        + " Practitioner/123 is required");
    }

    private static List<WeeklyShift> shifts(String times) throws Refusal {
        return ContextSamples.member(ROLE.formatted("\"availableTime\":[" + times + "]"))
                .getShifts();
    }
}
