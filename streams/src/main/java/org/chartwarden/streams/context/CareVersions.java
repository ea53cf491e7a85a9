package org.chartwarden.streams.context;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Department;

/** What several versions of one piece of care say together. */
final class CareVersions {

    private CareVersions() {}

    /**
     * A version that is not partial is the whole truth. To a partial one, the others add where the patient was, who treated
     * there and since when, in whichever order they come; how far it is and when it ended is the newest version's word.
     */
    static CareEvent together(CareEvent newest, CareEvent other) {
        return newest.getPartial()
                ? CareEvent.newBuilder(newest)
                        .setDepartments(departments(newest, other))
                        .setPractitionerIds(practitionerIds(newest, other))
                        .setStart(earliest(newest.getStart(), other.getStart()))
                        .build()
                : newest;
    }

    /** Each once, by id; of two, the one that has a name. */
    private static List<Department> departments(CareEvent newest, CareEvent other) {
        Map<String, Department> byId = new TreeMap<>();
        Stream.of(newest, other)
                .map(CareEvent::getDepartments)
                .flatMap(Collection::stream)
                .forEach(each ->
                        byId.merge(each.getId(), each, (first, second) -> first.getName() == null ? second : first));
        return List.copyOf(byId.values());
    }

    private static List<String> practitionerIds(CareEvent newest, CareEvent other) {
        TreeSet<String> ids = new TreeSet<>(newest.getPractitionerIds());
        ids.addAll(other.getPractitionerIds());
        return List.copyOf(ids);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
