package org.chartwarden.reports.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All departments by name; the smallest are told together, since a department of two names a person. */
final class Departments {

    /** Fewer people than that could be told who they are. */
    static final int FEWEST_PEOPLE = 5;

    private static final Comparator<Department> MOST_INCIDENTS = Comparator.comparingLong(Department::incidents)
            .thenComparingLong(Department::unexplained)
            .reversed()
            .thenComparing(Department::name);

    private final Map<String, Department> byName = new TreeMap<>();

    Department named(String name) {
        return byName.computeIfAbsent(name, Department::new);
    }

    /** With the most incidents first, the small ones together at the end. */
    List<Department> ranked() {
        List<Department> ranked = new ArrayList<>();
        Department small = new Department("Departments of fewer than " + FEWEST_PEOPLE + " people");
        int smallOnes = 0;
        for (Department department : byName.values()) {
            if (department.people() < FEWEST_PEOPLE) {
                small.add(department);
                smallOnes++;
            } else {
                ranked.add(department);
            }
        }
        ranked.sort(MOST_INCIDENTS);
        if (smallOnes > 0) {
            ranked.add(small);
        }
        return ranked;
    }
}
