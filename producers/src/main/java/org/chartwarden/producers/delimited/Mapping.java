package org.chartwarden.producers.delimited;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the rows of one kind of file are understood: what a mapping file says. docs/mappings.md is the reference.
 *
 * @param identity what it is called and what it is for
 * @param format how rows are written
 * @param zone of times without one
 * @param fields by the name of the field
 * @param filters which rows are needed
 * @param requires columns that a file must have; the others may be missing. Empty when it must have all
 */
record Mapping(
        Identity identity,
        RowFormat format,
        ZoneId zone,
        Map<String, FieldRule> fields,
        List<Filter> filters,
        Optional<List<String>> requires) {

    Mapping {
        fields = Map.copyOf(fields);
        filters = List.copyOf(filters);
    }

    /**
     * What it is for.
     *
     * @param name the feed's
     * @param list under which name the records are kept, so that a file of changes changes those of a snapshot
     * @param snapshot the file is the whole truth: who is not in it has left
     * @param perDepartment a person has a record for each department
     */
    record Identity(String name, Kind kind, String list, boolean snapshot, boolean perDepartment) {}

    String name() {
        return identity.name();
    }

    Kind kind() {
        return identity.kind();
    }

    /** Every column that is read. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        fields.values().forEach(rule -> columns.addAll(rule.cells().columns()));
        filters.forEach(filter -> columns.add(filter.column()));
        return columns;
    }

    /** The columns without which no row can be read. */
    Set<String> requiredColumns() {
        if (requires.isEmpty()) {
            return columns();
        }
        Set<String> columns = new TreeSet<>(requires.get());
        filters.forEach(filter -> columns.add(filter.column()));
        return columns;
    }
}
