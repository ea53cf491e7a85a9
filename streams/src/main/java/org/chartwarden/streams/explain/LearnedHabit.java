package org.chartwarden.streams.explain;

import java.util.Comparator;
import java.util.Optional;
import org.chartwarden.model.Department;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Habit;

/**
 * Users of the user's department and role habitually open records of patients of a department that treats this patient
 * now: learned from the hospital's own history (Chen and Malin 2011).
 */
record LearnedHabit(double strength, CareWindow window, HabitLimits limits) implements Reason {

    static Reason of(FamilySettings settings) {
        HabitLimits limits = new HabitLimits(
                settings.count("atLeastPatients"), settings.count("atLeastUsers"), settings.share("atLeastConfidence"));
        return new LearnedHabit(settings.strength(), settings.window(), limits);
    }

    private record Found(Department department, Habit habit) {

        double confidence() {
            return habit.getConfidence();
        }

        String route() {
            return department.getId() + habit.getGroup();
        }
    }

    @Override
    public Finding examine(Situation situation) {
        Treating treating = Treating.of(situation, window);
        return best(situation, treating)
                .map(found -> Finding.found(explanation(found, treating)))
                .orElse(Finding.NOTHING);
    }

    private Explanation explanation(Found found, Treating treating) {
        String text = "Users with the user's department and role habitually open records of patients of "
                + Departments.word(found.department) + ", which treats the patient";
        return Explanations.of(Family.LEARNED_HABIT, strength, text, found.habit, treating.in(found.department));
    }

    /** The most certain; of equally certain ones always the same. */
    private Optional<Found> best(Situation situation, Treating treating) {
        return treating.departments().stream()
                .flatMap(department -> situation.user().groups().stream()
                        .flatMap(group -> situation.surroundings().opens(group, department.getId()).stream())
                        .map(habit -> new Found(department, habit)))
                .filter(found -> limits.accept(found.habit))
                .max(Comparator.comparingDouble(Found::confidence).thenComparing(Found::route));
    }
}
