package org.chartwarden.producers.delimited;

import java.util.List;
import java.util.Optional;
import org.chartwarden.model.Address;
import org.chartwarden.model.Department;
import org.chartwarden.model.MemberKind;
import org.chartwarden.model.WorkforceMember;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.topic.Topics;

/** Rows of a staff list to members of the workforce. */
final class StaffRows implements RowMapper {

    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    private final RowVersion version;

    StaffRows(RowVersion version) {
        this.version = version;
    }

    @Override
    public List<Outgoing<?>> records(Told told) throws Refusal {
        String key = keys(told).get(0);
        WorkforceMember member = WorkforceMember.newBuilder()
                .setRecordId(key)
                .setUserId(told.required("userId"))
                .setFamilyName(told.text("familyName").orElse(null))
                .setGivenName(told.text("givenName").orElse(null))
                .setDepartments(department(told).stream().toList())
                .setRoles(told.list("roles"))
                .setPatientId(told.text("patientId").orElse(null))
                .setActive(told.flag("active", true))
                .setKind(told.word("kind", Words::memberKind).orElse(MemberKind.PERSON))
                .setAddress(address(told).orElse(null))
                .setEmail(told.text("email").orElse(null))
                .setEmployedFrom(told.instant("employedFrom", Moments.Day.BEGIN).orElse(null))
                .setEmployedUntil(
                        told.instant("employedUntil", Moments.Day.LAST).orElse(null))
                .setUpdatedAt(version.of(told))
                .build();
        return List.of(new Outgoing<>(Topics.WORKFORCE, key, member));
    }

    @Override
    public List<String> keys(Told told) throws Refusal {
        Mapping.Identity identity = told.mapping().identity();
        String key = identity.list() + "/" + told.required("userId");
        Optional<String> department = department(told).map(Department::getId);
        return List.of(identity.perDepartment() && department.isPresent() ? key + "/" + department.get() : key);
    }

    /** A department that has only a name is known by that. */
    private static Optional<Department> department(Told told) throws Refusal {
        Optional<String> name = told.text("departmentName");
        return told.text("departmentId").or(() -> name).map(id -> new Department(id, name.orElse(null)));
    }

    private static Optional<Address> address(Told told) throws Refusal {
        Address address = new Address(
                told.text("addressLine").orElse(null),
                told.text("postalCode").orElse(null),
                told.text("city").orElse(null),
                told.number("latitude", MOST_LATITUDE).orElse(null),
                told.number("longitude", MOST_LONGITUDE).orElse(null));
        return address.equals(new Address(null, null, null, null, null)) ? Optional.empty() : Optional.of(address);
    }
}
