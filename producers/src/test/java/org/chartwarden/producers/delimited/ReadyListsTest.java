package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Address;
import org.chartwarden.model.Department;
import org.chartwarden.model.Duty;
import org.chartwarden.model.Leave;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.WatchEntry;
import org.chartwarden.model.WeeklyShift;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff, leave, shifts and watch lists in our own columns; the site is in Berlin. */
class ReadyListsTest {

    @Test
    void shouldReadStaff() throws Refusal {
        WorkforceMember member = member(
                "workforce",
                "userId,familyName,givenName,departmentId,departmentName,roles,patientId,email,active,kind,addressLine,"
                        + "postalCode,city,latitude,longitude,employedFrom,employedUntil",
                "u1,Lovelace,Ada,ONC,Oncology,RN; MD ;RN,p9,ada@hospital.example,no,service,Main St 1,10115,Berlin,52.5,-13.4,2020-01-01,"
                        + "2026-06-30");

        assertThat(member)
                .isEqualTo(WorkforceMember.newBuilder()
                        .setRecordId("workforce/u1")
                        .setUserId("u1")
                        .setFamilyName("Lovelace")
                        .setGivenName("Ada")
                        .setDepartments(List.of(new Department("ONC", "Oncology")))
                        .setRoles(List.of("RN", "MD"))
                        .setPatientId("p9")
                        .setEmail("ada@hospital.example")
                        .setActive(false)
                        .setKind(MemberKind.SERVICE)
                        .setAddress(new Address("Main St 1", "10115", "Berlin", 52.5, -13.4))
                        .setEmployedFrom(Instant.parse("2019-12-31T23:00:00Z"))
                        .setEmployedUntil(Instant.parse("2026-06-30T21:59:59.999Z"))
                        .setUpdatedAt(Given.WRITTEN)
                        .build());
    }

    @Test
    void shouldReadAPersonWithNothingButAnId() throws Refusal {
        assertThat(member("workforce", "userId", "u1"))
                .isEqualTo(WorkforceMember.newBuilder()
                        .setRecordId("workforce/u1")
                        .setUserId("u1")
                        .setUpdatedAt(Given.WRITTEN)
                        .build());
    }

    @Test
    void shouldChangeTheSameRecordByAFileOfChanges() throws Refusal {
        WorkforceMember member =
                member("workforce-changes", "userId,active,updatedAt", "u1,false,2026-03-04T12:00:00+01:00");

        assertThat(member.getRecordId()).isEqualTo("workforce/u1");
        assertThat(member.getUpdatedAt()).isEqualTo(Instant.parse("2026-03-04T11:00:00Z"));
    }

    @Test
    void shouldGiveAPersonARecordForEachDepartment() throws Refusal {
        Mapping mapping = Given.mapping("name: staff\nkind: workforce\nperDepartment: true\n"
                + "fields: {userId: U, departmentId: D, departmentName: N}\n");

        assertThat(Given.read(mapping, "U,D,N", "u1,ONC,"))
                .map(member -> ((WorkforceMember) member).getRecordId())
                .containsExactly("staff/u1/ONC");
        assertThat(Given.read(mapping, "U,D,N", "u1,,Cardiology"))
                .map(member -> ((WorkforceMember) member).getDepartments())
                .containsExactly(List.of(new Department("Cardiology", "Cardiology")));
    }

    @Test
    void shouldReadLeave() throws Refusal {
        WorkforceMember member = member("leave", "userId,start,end", "u1,2026-03-09,2026-03-13");

        assertThat(member.getRecordId()).isEqualTo("leave/u1/2026-03-08T23:00:00Z");
        assertThat(member.getLeaves())
                .containsExactly(
                        new Leave(Instant.parse("2026-03-08T23:00:00Z"), Instant.parse("2026-03-13T22:59:59.999Z")));
        assertThat(member("leave", "userId,start,end", "u1,2026-03-09,").getLeaves())
                .containsExactly(new Leave(Instant.parse("2026-03-08T23:00:00Z"), null));
    }

    @Test
    void shouldKeepTheTimesOfACancelledLeave() throws Refusal {
        WorkforceMember member = member("leave-changes", "userId,start,active", "u1,2026-03-09,false");

        assertThat(member.getActive()).isFalse();
        assertThat(member.getLeaves()).hasSize(1);
    }

    @Test
    void shouldReadDatedShifts() throws Refusal {
        WorkforceMember member = member("shifts", "userId,start,end", "u1,2026-03-28T22:00:00,2026-03-29T06:00:00");

        Instant start = Instant.parse("2026-03-28T21:00:00Z");
        assertThat(member.getRecordId()).isEqualTo("shifts/u1/" + start.getEpochSecond() / 3600 % 1680 + "/0");
        assertThat(member.getDuties()).containsExactly(new Duty(start, Instant.parse("2026-03-29T04:00:00Z")));
        assertThat(member.getShifts()).isEmpty();
    }

    @Test
    void shouldKeepShiftsApartThatBeginInTheSameHour() throws Refusal {
        String day = Instant.parse("2026-03-04T07:00:00Z").getEpochSecond() / 3600 % 1680 + "/";

        assertThat(member("shifts", "userId,start,end", "u1,2026-03-04T08:00,2026-03-04T08:30")
                        .getRecordId())
                .isEqualTo("shifts/u1/" + day + "0");
        assertThat(member("shifts", "userId,start,end", "u1,2026-03-04T08:45,2026-03-04T16:00")
                        .getRecordId())
                .isEqualTo("shifts/u1/" + day + "45");
    }

    @Test
    void shouldKeepTheCodesOfAPatientApart() throws Exception {
        assertThat(Given.values(Given.feed(Given.ready("watch-list")), "patientId,code\np1,VIP\np1,R\n"))
                .map(entry -> ((WatchEntry) entry).getEntryId())
                .containsExactly("watch-list/p1/VIP/-", "watch-list/p1/R/-");
    }

    @ParameterizedTest
    @CsvSource({
        "workforce-changes, 'userId,updatedAt', u1",
        "leave-changes, 'userId,start,updatedAt', 'u1,2026-03-09'",
        "shifts-changes, 'userId,start,end,updatedAt', 'u1,2026-03-09T08:00,2026-03-09T16:00'",
        "watch-list-changes, 'patientId,code,updatedAt', 'p1,VIP'"
    })
    void shouldRefuseAVersionFromTheFuture(String feed, String header, String row) throws Refusal {
        Mapping mapping = Given.ready(feed);

        assertThatThrownBy(() -> Given.read(mapping, header, row + ",2026-03-06T00:01:01Z"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("column updatedAt is more than 24 hours in the future");
        assertThat(Given.read(mapping, header, row + ",2026-03-06T00:00:59Z")).hasSize(1);
    }

    @Test
    void shouldReadTheEndOfAShiftAsATimeOfDay() throws Refusal {
        Mapping mapping = Given.mapping("name: roster\nkind: shifts\nfields: {userId: U, endTime: E,"
                + " start: {columns: [D, S], format: dd.MM.yyyy HH:mm}}\n");

        assertThat(Given.read(mapping, "U,D,S,E", "u1,04.03.2026,08:00,16:30"))
                .map(member -> ((WorkforceMember) member).getDuties())
                .containsExactly(List.of(
                        new Duty(Instant.parse("2026-03-04T07:00:00Z"), Instant.parse("2026-03-04T15:30:00Z"))));
        assertThat(Given.read(mapping, "U,D,S,E", "u1,04.03.2026,20:00,24:00"))
                .map(member -> ((WorkforceMember) member).getDuties())
                .containsExactly(List.of(
                        new Duty(Instant.parse("2026-03-04T19:00:00Z"), Instant.parse("2026-03-04T23:00:00Z"))));
    }

    @Test
    void shouldReadWeeklyShiftsOfEachDay() throws IOException, Refusal {
        List<Object> members = Given.values(
                Given.feed(Given.ready("weekly-shifts")),
                "userId,day,startTime,endTime\nu1,Mon;sunday;3,19:00,07:00\n");

        assertThat(members)
                .map(member -> ((WorkforceMember) member).getRecordId())
                .containsExactly("weekly-shifts/u1/1/1140", "weekly-shifts/u1/7/1140", "weekly-shifts/u1/3/1140");
        assertThat(members)
                .flatMap(member -> ((WorkforceMember) member).getShifts())
                .containsExactly(
                        new WeeklyShift(1, 1140, 1860), new WeeklyShift(7, 1140, 1860), new WeeklyShift(3, 1140, 1860));
    }

    @Test
    void shouldReadTheWatchList() throws Refusal {
        assertThat(Given.read(Given.ready("watch-list"), "patientId,code,from,until", "p1,,2026-03-01,2026-03-31"))
                .containsExactly(new WatchEntry(
                        "watch-list/p1/VIP/2026-02-28T23:00:00Z",
                        "p1",
                        "watch-list",
                        "VIP",
                        Instant.parse("2026-02-28T23:00:00Z"),
                        Instant.parse("2026-03-31T22:00:00Z"),
                        Given.WRITTEN));
        assertThat(Given.read(Given.ready("watch-list"), "patientId,code", "p1,V"))
                .containsExactly(
                        new WatchEntry("watch-list/p1/V/-", "p1", "watch-list", "V", null, null, Given.WRITTEN));
    }

    private static WorkforceMember member(String mapping, String header, String row) throws Refusal {
        List<Object> members = Given.read(Given.ready(mapping), header, row);
        assertThat(members).hasSize(1);
        return (WorkforceMember) members.get(0);
    }
}
