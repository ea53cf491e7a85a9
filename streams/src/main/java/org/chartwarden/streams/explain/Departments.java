package org.chartwarden.streams.explain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Department;

/** Departments in words. */
final class Departments {

    private static final int MOST = 5;

    private Departments() {}

    /** All departments of some care, each once. */
    static Collection<Department> of(List<CareEvent> care) {
        Map<String, Department> departments = new LinkedHashMap<>();
        care.forEach(event ->
                event.getDepartments().forEach(department -> departments.putIfAbsent(department.getId(), department)));
        return departments.values();
    }

    /** Such as "Oncology and Surgery"; beyond five only their number. */
    static String words(Collection<Department> departments) {
        List<String> names = departments.stream()
                .map(department -> department.getName() == null ? department.getId() : department.getName())
                .distinct()
                .sorted()
                .toList();
        if (names.size() > MOST) {
            return String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
        }
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
