package org.chartwarden.streams.explain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Department;

/** Departments that people share, and departments in words. */
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

    /** Some of them are the same, by id. Asked of each piece of care, for each access: hence no streams here. */
    static boolean shared(Collection<Department> some, Collection<Department> others) {
        for (Department one : some) {
            if (has(others, one)) {
                return true;
            }
        }
        return false;
    }

    /** Those of the care in which the user works. */
    static List<Department> shared(List<CareEvent> care, Situation situation) {
        return of(care).stream()
                .filter(department -> has(situation.user().departments(), department))
                .toList();
    }

    private static boolean has(Collection<Department> departments, Department wanted) {
        for (Department each : departments) {
            if (each.getId().equals(wanted.getId())) {
                return true;
            }
        }
        return false;
    }

    /** Such as "Oncology". */
    static String word(Department department) {
        return department.getName() == null ? department.getId() : department.getName();
    }

    /** Such as "Oncology and Surgery"; beyond five only their number. */
    static String words(Collection<Department> departments) {
        List<String> names =
                departments.stream().map(Departments::word).distinct().sorted().toList();
        if (names.size() > MOST) {
            return String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
        }
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
