package org.chartwarden.streams.habit;

import org.chartwarden.model.HabitKind;
import org.chartwarden.streams.state.Lesson;

/** The keys of habits. Ids never hold the separator. */
public final class HabitKeys {

    private static final char END = '\0';

    private HabitKeys() {}

    /** Of one habit, in the topic and in the stores. */
    static String habit(HabitKind kind, String group, String department) {
        return kind.name() + END + group + END + department;
    }

    /**
     * Of all habits that are counted against the same whole: those of one department whose patients are opened, or of one
     * that hands over. One task learns all of them.
     */
    public static String scope(Lesson lesson) {
        HabitKind kind = HabitKind.valueOf(lesson.getKind());
        return switch (kind) {
            case OPENS -> kind.name() + END + lesson.getDepartment();
            case HANDS_OVER -> kind.name() + END + lesson.getGroup();
        };
    }

    /** Under its scope's whole, so that all habits of the scope are neighbours. */
    static String counted(Lesson lesson) {
        HabitKind kind = HabitKind.valueOf(lesson.getKind());
        return scope(lesson)
                + END
                + switch (kind) {
                    case OPENS -> lesson.getGroup();
                    case HANDS_OVER -> lesson.getDepartment();
                };
    }
}
