package org.chartwarden.streams.explain;

import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Habit;

/** Makes explanations. */
final class Explanations {

    /** More evidence would prove nothing more. */
    private static final int MOST_EVIDENCE = 10;

    private Explanations() {}

    /** One that rests on care; told the same in whichever order the care arrived. */
    static Explanation of(Family family, double strength, String text, List<CareEvent> care) {
        return resting(
                family,
                strength,
                text,
                care.stream()
                        .map(CareEvent::getCareId)
                        .sorted()
                        .limit(MOST_EVIDENCE)
                        .toList());
    }

    /** One that rests on a habit: as strong as the habit is certain. */
    static Explanation of(Family family, double strength, String text, Habit habit, List<CareEvent> care) {
        // Two digits: a habit is an estimate.
        double certain = Math.round(strength * habit.getConfidence() * 100) / 100.0;
        return of(family, certain, text + " (" + words(habit) + ")", care);
    }

    /** Such as "412 of 529 patients, 78 %, by 14 users". */
    private static String words(Habit habit) {
        String users = habit.getUsers() > 0 ? ", by " + habit.getUsers() + " users" : "";
        return habit.getSupport() + " of " + habit.getOf() + " patients, " + Math.round(habit.getConfidence() * 100)
                + " %" + users;
    }

    static Explanation resting(Family family, double strength, String text, List<String> evidenceIds) {
        return Explanation.newBuilder()
                .setReason(family.word())
                .setStrength(strength)
                .setText(text)
                .setEvidenceIds(evidenceIds)
                .build();
    }
}
