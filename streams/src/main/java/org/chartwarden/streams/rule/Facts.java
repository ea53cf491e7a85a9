package org.chartwarden.streams.rule;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.Department;
import org.chartwarden.model.ExplainedAccess;

/**
 * One access as the rules see it.
 *
 * @param eventId the access
 * @param time when it happened
 * @param values by {@link Variable#word()}, all of them; and {@link #OPENED}
 * @param unexplained why no reason was found, in plain words
 * @param departments names of the user's departments
 */
public record Facts(
        String eventId, Instant time, Map<String, Object> values, List<String> unexplained, List<String> departments) {

    /** Derived from category and outcome: a chart, or a part of it, was shown. */
    public static final String OPENED = "access.opened";

    private static final List<String> DISCLOSING = List.of("RECORD", "EXPORT");

    public Facts {
        Map<String, Object> complete = new HashMap<>(values);
        for (Variable variable : Variable.values()) {
            complete.putIfAbsent(variable.word(), variable.ordinary());
        }
        complete.put(
                OPENED,
                DISCLOSING.contains((String) complete.get(Variable.CATEGORY.word()))
                        && complete.get(Variable.OUTCOME.word()).equals("SUCCESS"));
        values = Map.copyOf(complete);
        unexplained = List.copyOf(unexplained);
        departments = List.copyOf(departments);
    }

    public static Facts of(ExplainedAccess access) {
        Map<String, Object> values = new HashMap<>();
        for (Variable variable : Variable.values()) {
            values.put(variable.word(), variable.of(access));
        }
        return new Facts(
                access.getAccess().getEventId(),
                access.getAccess().getTime(),
                values,
                access.getUnexplainedBecause(),
                access.getUserDepartments().stream().map(Facts::nameOf).toList());
    }

    /** Empty when the source named nobody. */
    public String userId() {
        return (String) values.get(Variable.USER_ID.word());
    }

    private static String nameOf(Department department) {
        return department.getName() == null ? department.getId() : department.getName();
    }
}
