package org.chartwarden.streams.explain;

import java.util.List;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.Department;

/**
 * Those who treat the patient handed something over to a department where the user works: an order or a referral that it
 * performs, or a transfer, which is an encounter that went on there after it began elsewhere.
 */
record Handover(double strength, CareWindow window) implements Reason {

    static Reason of(FamilySettings settings) {
        return new Handover(settings.strength(), settings.window());
    }

    @Override
    public Finding examine(Situation situation) {
        List<Department> own = situation.user().departments();
        Evidence handed = Evidence.of(situation, window, care -> Departments.shared(receivers(care), own));
        if (!handed.current().isEmpty()) {
            return Finding.found(
                    Explanations.of(Family.HANDOVER, strength, words(handed.current(), situation), handed.current()));
        }
        if (!handed.all().isEmpty()) {
            return Finding.missing(words(handed.all(), situation) + ", but the access was " + window.missed());
        }
        return situation.care().isEmpty() || own.isEmpty()
                ? Finding.NOTHING
                : Finding.missing("No order, referral or transfer leads to the user's department");
    }

    /** Those who did not have the patient before. */
    private static List<Department> receivers(CareEvent care) {
        return switch (care.getKind()) {
            case ORDER, LABORATORY, IMAGING, REFERRAL, MEDICATION -> care.getDepartments();
            case ENCOUNTER -> care.getDepartments().stream().skip(1).toList();
            case APPOINTMENT, CARE_TEAM, RESEARCH, RELATED_PERSON, OTHER -> List.of();
        };
    }

    private static String words(List<CareEvent> care, Situation situation) {
        String what = CareWords.of(care).replace("an encounter", "a transfer");
        return "The patient has " + what + " to " + Departments.words(Departments.shared(care, situation))
                + ", where the user works";
    }
}
