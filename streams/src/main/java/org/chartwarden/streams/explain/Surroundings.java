package org.chartwarden.streams.explain;

import java.util.Optional;
import org.chartwarden.model.Habit;
import org.chartwarden.streams.context.Person;

/** What is known of the whole hospital, wherever a patient's facts are judged. */
public interface Surroundings {

    /** The person behind a user id; {@link Person#UNKNOWN} when no record tells of one. */
    Person person(String userId);

    /**
     * Who habitually opens whose records.
     *
     * @param group a department id, a slash and a role, as {@link Person#groups()} gives them
     * @param departmentId whose patients
     */
    Optional<Habit> opens(String group, String departmentId);

    /** Which department habitually orders from, refers or transfers to which. */
    Optional<Habit> handsOver(String fromDepartmentId, String toDepartmentId);
}
