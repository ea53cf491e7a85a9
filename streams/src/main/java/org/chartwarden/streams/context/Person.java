package org.chartwarden.streams.context;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.model.Department;
import org.chartwarden.model.WorkforceMember;

/**
 * A member of the workforce, merged from all source records: the name from any of them, departments and roles from the
 * active ones.
 *
 * @param known the directory has a record of the user
 * @param fullName null when no record gives it
 * @param departments each once
 */
public record Person(boolean known, String fullName, List<Department> departments, List<String> roles) {

    /** Somebody of whom nothing is on record. */
    public static final Person UNKNOWN = new Person(false, null, List.of(), List.of());

    public Person {
        departments = List.copyOf(departments);
        roles = List.copyOf(roles);
    }

    static Person merged(Collection<WorkforceMember> records) {
        if (records.isEmpty()) {
            return UNKNOWN;
        }
        Map<String, Department> departments = new LinkedHashMap<>();
        Set<String> roles = new LinkedHashSet<>();
        records.stream().filter(WorkforceMember::getActive).forEach(member -> {
            member.getDepartments().forEach(department -> departments.putIfAbsent(department.getId(), department));
            roles.addAll(member.getRoles());
        });
        String name = records.stream()
                .map(Person::nameOf)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(null);
        return new Person(true, name, List.copyOf(departments.values()), List.copyOf(roles));
    }

    private static String nameOf(WorkforceMember member) {
        return String.join(
                " ",
                Stream.of(member.getGivenName(), member.getFamilyName())
                        .filter(Objects::nonNull)
                        .toList());
    }
}
