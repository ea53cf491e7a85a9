package org.chartwarden.streams.explain;

import java.util.Comparator;
import java.util.Optional;
import org.chartwarden.model.Department;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Habit;

/**
 * A department that treats the patient now habitually orders from, refers or transfers to the user's: learned from the
 * hospital's own orders and transfers (Fabbri and LeFevre 2013), for those that come late or are made by telephone.
 */
record LearnedHandover(double strength, CareWindow window, HabitLimits limits) implements Reason {

    static Reason of(FamilySettings settings) {
        // Orders are on record with their author, so one user cannot quietly make a habit of his own.
        HabitLimits limits = new HabitLimits(settings.count("atLeastPatients"), 0, settings.share("atLeastConfidence"));
        return new LearnedHandover(settings.strength(), settings.window(), limits);
    }

    private record Found(Department from, Department to, Habit habit) {

        double confidence() {
            return habit.getConfidence();
        }

        String route() {
            return from.getId() + to.getId();
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
        String text = Departments.word(found.from) + ", which treats the patient, habitually hands over to "
                + Departments.word(found.to) + ", where the user works";
        return Explanations.of(Family.LEARNED_HANDOVER, strength, text, found.habit, treating.in(found.from));
    }

    /** The most certain; of equally certain ones always the same. */
    private Optional<Found> best(Situation situation, Treating treating) {
        return treating.departments().stream()
                .flatMap(from -> situation.user().departments().stream()
                        .flatMap(to -> situation.surroundings().handsOver(from.getId(), to.getId()).stream()
                                .map(habit -> new Found(from, to, habit))))
                .filter(found -> limits.accept(found.habit))
                .max(Comparator.comparingDouble(Found::confidence).thenComparing(Found::route));
    }
}
