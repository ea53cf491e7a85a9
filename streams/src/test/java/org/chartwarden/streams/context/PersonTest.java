package org.chartwarden.streams.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.chartwarden.model.Department;
import org.chartwarden.model.Duty;
import org.chartwarden.model.Leave;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.WeeklyShift;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.serde.TrustedClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Department ONCOLOGY = new Department("onc", "Oncology");
    private static final Department SURGERY = new Department("sur", "Surgery");

    private static WorkforceMember.Builder practitioner() {
        return WorkforceMember.newBuilder().setRecordId("Practitioner/u1").setUserId("u1");
    }

    private static WorkforceMember.Builder role(Department department, String role) {
        return WorkforceMember.newBuilder()
                .setRecordId("PractitionerRole/" + department.getId())
                .setUserId("u1")
                .setDepartments(List.of(department))
                .setRoles(List.of(role));
    }

    private static Person person(WorkforceMember.Builder... records) {
        return Person.merged(
                List.of(records).stream().map(WorkforceMember.Builder::build).toList());
    }

    @Test
    void shouldMergeAllRecords() {
        Person person = person(
                practitioner().setGivenName("Ada").setFamilyName("Byron").setPatientId("p1"),
                role(ONCOLOGY, "nurse"),
                role(SURGERY, "nurse").setPatientId("p2"));

        assertThat(person.known()).isTrue();
        assertThat(person.kind()).isEqualTo(MemberKind.PERSON);
        assertThat(person.familyName()).isEqualTo("Byron");
        assertThat(person.fullName()).isEqualTo("Ada Byron");
        assertThat(person.departments()).containsExactly(ONCOLOGY, SURGERY);
        assertThat(person.patientIds()).containsExactly("p1", "p2");
        assertThat(person.groups()).containsExactly("onc/nurse", "sur/nurse");
    }

    @Test
    void shouldKnowNothingOfAStranger() {
        assertThat(Person.UNKNOWN.known()).isFalse();
        assertThat(Person.UNKNOWN.fullName()).isNull();
        assertThat(Person.UNKNOWN.groups()).isEmpty();
        assertThat(Person.UNKNOWN.terminated(NOW)).isFalse();
        assertThat(Person.UNKNOWN.offShift(NOW, BERLIN)).isFalse();
    }

    @Test
    void shouldFollowATransfer() {
        Person person = person(
                role(ONCOLOGY, "nurse").setEmployedUntil(NOW),
                role(SURGERY, "head nurse").setEmployedFrom(NOW.plusSeconds(1)));

        assertThat(person.at(NOW).groups()).containsExactly("onc/nurse");
        assertThat(person.at(NOW.plusSeconds(1)).groups()).containsExactly("sur/head nurse");
        assertThat(person.terminated(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void shouldTakeWhatIsNotActiveForNoWork() {
        Person person = person(role(ONCOLOGY, "nurse"), role(SURGERY, "nurse").setActive(false));

        assertThat(person.departments()).containsExactly(ONCOLOGY);
        assertThat(person.at(NOW).departments()).containsExactly(ONCOLOGY);
        assertThat(person.terminated(NOW)).isFalse();
    }

    @Test
    void shouldBeTerminatedAfterTheLastDay() {
        Person person = person(practitioner(), role(ONCOLOGY, "nurse").setEmployedUntil(NOW));

        assertThat(person.terminated(NOW)).isFalse();
        assertThat(person.terminated(NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void shouldBeTerminatedWhenThePersonIsNotActiveAnyMore() {
        Person person = person(practitioner().setActive(false), role(ONCOLOGY, "nurse"));

        assertThat(person.terminated(NOW)).isTrue();
    }

    @Test
    void shouldNotBeTerminatedBeforeTheFirstDayOrWithoutWorkOnRecord() {
        assertThat(person(role(ONCOLOGY, "nurse").setEmployedFrom(NOW.plusSeconds(1)))
                        .terminated(NOW))
                .isFalse();
        assertThat(person(practitioner()).terminated(NOW)).isFalse();
    }

    /** What a roster or a list of leaves does not tell any more says nothing of the employment. */
    @Test
    void shouldTakeNoLeaveAndNoDutyForAnEmployment() {
        WorkforceMember.Builder leave = WorkforceMember.newBuilder()
                .setRecordId("leave/u1/2026-03-01")
                .setUserId("u1")
                .setLeaves(List.of(new Leave(NOW, null)));
        WorkforceMember.Builder duty = WorkforceMember.newBuilder()
                .setRecordId("shifts/u1/12")
                .setUserId("u1")
                .setDuties(List.of(new Duty(NOW, NOW.plusSeconds(3600))));

        Person gone = person(practitioner().setActive(false), leave, duty);
        Person here = person(role(ONCOLOGY, "nurse"), leave.setActive(false), duty.setActive(false));

        assertThat(gone.terminated(NOW)).isTrue();
        assertThat(here.terminated(NOW)).isFalse();
        assertThat(here.onLeave(NOW)).isFalse();
    }

    @Test
    void shouldKnowADevice() {
        Person device = person(role(ONCOLOGY, "scanner").setKind(MemberKind.DEVICE));

        assertThat(device.kind()).isEqualTo(MemberKind.DEVICE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T09:59:59Z, false",
        "2026-03-10T10:00:00Z, true",
        "2026-03-12T10:00:00Z, true",
        "2026-03-12T10:00:01Z, false",
    })
    void shouldBeOnLeaveFromTheFirstToTheLastMoment(Instant time, boolean expected) {
        Leave leave = new Leave(NOW, Instant.parse("2026-03-12T10:00:00Z"));

        assertThat(person(role(ONCOLOGY, "nurse").setLeaves(List.of(leave))).onLeave(time))
                .isEqualTo(expected);
    }

    @Test
    void shouldBeOnLeaveWithoutEnd() {
        Person person = person(role(ONCOLOGY, "nurse").setLeaves(List.of(new Leave(null, null))));

        assertThat(person.onLeave(NOW)).isTrue();
    }

    /** Tuesday from 8 to 16, and the night from Sunday 22 to Monday 6, with an hour to both sides, in Berlin's winter. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-10T06:00:00Z, true",
        "2026-03-10T06:00:01Z, false",
        "2026-03-10T15:59:59Z, false",
        "2026-03-10T16:00:00Z, true",
        "2026-03-08T20:00:00Z, true",
        "2026-03-08T20:00:01Z, false",
        "2026-03-09T05:59:59Z, false",
        "2026-03-09T06:00:00Z, true",
        "2026-03-11T12:00:00Z, true",
    })
    void shouldBeOffShift(Instant time, boolean expected) {
        Person person = person(role(ONCOLOGY, "nurse")
                .setShifts(List.of(new WeeklyShift(2, 8 * 60, 16 * 60), new WeeklyShift(7, 22 * 60, 30 * 60))));

        assertThat(person.offShift(time, BERLIN)).isEqualTo(expected);
    }

    @Test
    void shouldNotBeOffShiftWhenNoShiftIsKnown() {
        assertThat(person(role(ONCOLOGY, "nurse")).offShift(NOW, BERLIN)).isFalse();
    }
}
