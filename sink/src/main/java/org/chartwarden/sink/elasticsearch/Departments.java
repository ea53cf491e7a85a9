package org.chartwarden.sink.elasticsearch;

import java.util.List;
import java.util.Objects;
import org.chartwarden.model.Department;

/** Departments as two plain lists, which Kibana can filter and group by without nested queries. */
final class Departments {

    private Departments() {}

    static List<String> ids(List<Department> departments) {
        return departments.stream().map(Department::getId).toList();
    }

    static List<String> names(List<Department> departments) {
        return departments.stream()
                .map(Department::getName)
                .filter(Objects::nonNull)
                .toList();
    }
}
