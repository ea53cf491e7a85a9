package org.chartwarden.streams.explain;

import org.chartwarden.model.Habit;

/**
 * From when on a habit is one.
 *
 * @param patients at least so many
 * @param users at least so many: what one person does all the time is no habit of the hospital
 * @param confidence at least so much, from 0 to 1
 */
record HabitLimits(int patients, int users, double confidence) {

    boolean accept(Habit habit) {
        return habit.getSupport() >= patients && habit.getUsers() >= users && habit.getConfidence() >= confidence;
    }
}
