package org.chartwarden.producers.delimited;

import java.util.List;
import java.util.Set;
import org.chartwarden.yaml.Fields;

/** Finds what is wrong with a mapping as a whole, though each of its keys is right by itself. */
final class MappingCheck {

    private final Fields fields;
    private final Mapping mapping;

    MappingCheck(Fields fields, Mapping mapping) {
        this.fields = fields;
        this.mapping = mapping;
    }

    void run() {
        requireFields();
        requireColumns();
        switch (mapping.kind()) {
            case ACCESS -> {
                forbid("snapshot", "is for staff, leave, shifts and watch lists; an access log is none");
                forbid("list", "is for staff, leave, shifts and watch lists; accesses belong to none");
            }
            case WORKFORCE, LEAVE, WATCH_LIST -> requireNoTimeOfItsOwn();
            case SHIFTS -> {
                requireNoTimeOfItsOwn();
                requireOneKindOfShift();
            }
        }
        if (mapping.kind() != Kind.WORKFORCE) {
            forbid("perDepartment", "is for the kind workforce");
        }
    }

    private void forbid(String key, String why) {
        if (fields.has(key)) {
            fields.problem(key, why);
        }
    }

    private void requireFields() {
        mapping.kind().required().stream().sorted().forEach(field -> {
            if (!mapping.fields().containsKey(field)) {
                fields.problem("fields", "must have " + field + "; it may stand among the constants instead");
            }
        });
    }

    /** A name that no column has would only be found out by a file that can then not be read. */
    private void requireColumns() {
        List<String> columns =
                mapping.format().columns().stream().map(Header::normal).toList();
        if (columns.isEmpty()) {
            return;
        }
        Set<String> used = mapping.columns();
        mapping.requires().ifPresent(used::addAll);
        used.stream()
                .filter(name -> !columns.contains(Header.normal(name)))
                .forEach(name ->
                        fields.problem("columns", "must name every column that is used, and there is no " + name));
    }

    /** A row that did not change between two snapshots would stay behind a removal and return of its record. */
    private void requireNoTimeOfItsOwn() {
        if (mapping.identity().snapshot() && mapping.fields().containsKey("updatedAt")) {
            fields.problem("fields", "must not have updatedAt in a snapshot; what it says holds since it was written");
        }
    }

    private void requireOneKindOfShift() {
        Set<String> told = mapping.fields().keySet();
        boolean weekly = told.contains("day")
                && told.containsAll(Set.of("startTime", "endTime"))
                && !told.contains("start")
                && !told.contains("end");
        boolean dated = told.contains("start")
                && !told.contains("day")
                && !told.contains("startTime")
                && told.contains("end") != told.contains("endTime");
        if (!weekly && !dated) {
            fields.problem(
                    "fields",
                    "must have either day, startTime and endTime (every week), or start, and end or endTime (one date)");
        }
    }
}
