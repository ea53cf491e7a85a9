package org.chartwarden.streams.access;

import java.util.Optional;
import org.chartwarden.model.Habit;
import org.chartwarden.model.HabitKind;
import org.chartwarden.streams.context.Person;
import org.chartwarden.streams.context.Workforce;
import org.chartwarden.streams.explain.Surroundings;
import org.chartwarden.streams.habit.Habits;

/** The stores that every instance holds whole. A change there explains no known access anew: it counts from then on. */
record HospitalSurroundings(Workforce workforce, Habits habits) implements Surroundings {

    @Override
    public Person person(String userId) {
        return workforce.person(userId);
    }

    @Override
    public Optional<Habit> opens(String group, String departmentId) {
        return habits.of(HabitKind.OPENS, group, departmentId);
    }

    @Override
    public Optional<Habit> handsOver(String fromDepartmentId, String toDepartmentId) {
        return habits.of(HabitKind.HANDS_OVER, fromDepartmentId, toDepartmentId);
    }
}
