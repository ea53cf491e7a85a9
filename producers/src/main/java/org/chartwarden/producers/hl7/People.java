package org.chartwarden.producers.hl7;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.model.Department;

/** Who and where, out of the data types XCN (2.5.1, 2.A.88), NDL (2.A.44) and PL (2.A.53). */
final class People {

    private static final int FACILITY = 4;

    private People() {}

    /** The ids of the persons in these fields, each once. */
    static List<String> ids(Segment segment, int... fields) {
        return ids(IntStream.of(fields).boxed().flatMap(number -> segment.fields(number).stream()));
    }

    /** The first component, in NDL its first subcomponent, is the id. */
    static List<String> ids(Stream<Field> people) {
        return people.flatMap(person -> person.text().stream()).distinct().toList();
    }

    /** The places in these fields, each once. */
    static List<Department> departments(Segment segment, int... fields) {
        return departments(IntStream.of(fields).boxed().flatMap(number -> segment.fields(number).stream()));
    }

    /** The point of care is the department: a nursing unit, a clinic. Where none is told, the facility is all there is. */
    static List<Department> departments(Stream<Field> places) {
        return places.map(place -> place.text().or(() -> place.text(FACILITY)).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> Department.newBuilder().setId(id).build())
                .toList();
    }
}
