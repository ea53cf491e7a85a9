package org.chartwarden.streams.habit;

import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.chartwarden.model.Habit;
import org.chartwarden.model.HabitKind;

/** The habits of the whole hospital, which every instance holds. */
public final class Habits {

    /** By kind, group and department; global. */
    public static final String STORE = "habits";

    private final ReadOnlyKeyValueStore<String, Habit> store;

    public Habits(ReadOnlyKeyValueStore<String, Habit> store) {
        this.store = store;
    }

    /** What was learned of one habit, however little; empty when it never happened. */
    public Optional<Habit> of(HabitKind kind, String group, String department) {
        return Optional.ofNullable(store.get(HabitKeys.habit(kind, group, department)));
    }
}
