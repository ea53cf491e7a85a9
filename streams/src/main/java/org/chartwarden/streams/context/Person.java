package org.chartwarden.streams.context;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chartwarden.model.Address;
import org.chartwarden.model.Department;
import org.chartwarden.model.Leave;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.WorkforceMember;

/**
 * A member of the workforce, merged from all source records: name, address and own records as a patient from any of
 * them, the work from the active ones.
 *
 * @param known the directory has a record of the user
 * @param familyName null when no record gives it
 * @param fullName null when no record gives it
 * @param departments each once
 * @param patientIds the person's own records as a patient
 * @param address null when no record gives it
 * @param workTimes when the person works, as far as it is known
 */
public record Person(
        boolean known,
        MemberKind kind,
        String familyName,
        String fullName,
        List<Department> departments,
        List<String> roles,
        List<String> patientIds,
        Address address,
        Employment employment,
        List<Leave> leaves,
        WorkTimes workTimes) {

    /** Somebody of whom nothing is on record. */
    public static final Person UNKNOWN = merged(List.of());

    public Person {
        departments = List.copyOf(departments);
        roles = List.copyOf(roles);
        patientIds = List.copyOf(patientIds);
        leaves = List.copyOf(leaves);
    }

    /** The person of all records of one user id; without any, one who is not known. */
    public static Person merged(Collection<WorkforceMember> records) {
        List<WorkforceMember> active =
                records.stream().filter(WorkforceMember::getActive).toList();
        Employment employment = Employment.of(records);
        return new Person(
                !records.isEmpty(),
                first(records, member -> member.getKind() == MemberKind.PERSON ? null : member.getKind())
                        .orElse(MemberKind.PERSON),
                first(records, WorkforceMember::getFamilyName).orElse(null),
                first(records, Person::nameOf).orElse(null),
                employment.departments(Employment.Place::active),
                employment.roles(Employment.Place::active),
                records.stream()
                        .map(WorkforceMember::getPatientId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                first(records, WorkforceMember::getAddress).orElse(null),
                employment,
                active.stream().flatMap(member -> member.getLeaves().stream()).toList(),
                workTimes(active));
    }

    private static WorkTimes workTimes(List<WorkforceMember> active) {
        return new WorkTimes(
                active.stream().flatMap(member -> member.getShifts().stream()).toList(),
                active.stream().flatMap(member -> member.getDuties().stream()).toList());
    }

    private static <T> Optional<T> first(Collection<WorkforceMember> records, Function<WorkforceMember, T> value) {
        return records.stream().map(value).filter(Objects::nonNull).findFirst();
    }

    private static String nameOf(WorkforceMember member) {
        List<String> names = Stream.of(member.getGivenName(), member.getFamilyName())
                .filter(Objects::nonNull)
                .toList();
        return names.isEmpty() ? null : String.join(" ", names);
    }

    /** The same person with the departments and roles of that time: after a transfer, the new ones. */
    public Person at(Instant time) {
        return new Person(
                known,
                kind,
                familyName,
                fullName,
                employment.departments(place -> place.isHeld(time)),
                employment.roles(place -> place.isHeld(time)),
                patientIds,
                address,
                employment,
                leaves,
                workTimes);
    }

    /** Each combination of a department's id, a slash and a role: who works alike. */
    public List<String> groups() {
        return departments.stream()
                .flatMap(department -> roles.stream().map(role -> department.getId() + "/" + role))
                .toList();
    }

    /** The time lies in one of the person's leaves, both ends included. */
    public boolean onLeave(Instant time) {
        return leaves.stream()
                .anyMatch(leave -> (leave.getStart() == null || !time.isBefore(leave.getStart()))
                        && (leave.getEnd() == null || !time.isAfter(leave.getEnd())));
    }

    /** It is known when the person works around that time, and the time lies an hour or more outside. */
    public boolean offShift(Instant time, ZoneId zone) {
        return workTimes.isOutside(time, zone);
    }

    /** The person is known, and nobody employed them any more at that time. */
    public boolean terminated(Instant time) {
        return known && employment.isEnded(time);
    }
}
