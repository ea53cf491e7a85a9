package org.chartwarden.streams.explain;

import java.time.Duration;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Action;
import org.chartwarden.model.Outcome;
import org.chartwarden.model.Relation;
import org.chartwarden.streams.explain.relation.Relations;
import org.chartwarden.streams.text.Words;

/**
 * A chart was read and closed again within seconds, and nothing else was done with it: the wrong row of a list. Nobody
 * who may have looked on purpose is believed: not at a watched patient, a member of the staff, or one's own family.
 *
 * @param longest how long the chart lay open at most
 */
record WrongPatient(double strength, Duration longest) implements Reason {

    static Reason of(FamilySettings settings) {
        return new WrongPatient(settings.strength(), settings.span("within"));
    }

    @Override
    public Finding examine(Situation situation) {
        if (!isGlimpse(situation.access()) || wasOpenedAgain(situation) || isTelling(situation)) {
            return Finding.NOTHING;
        }
        String text = "The chart was closed again within " + Words.of(longest) + ", and not opened otherwise";
        return Finding.found(Explanations.resting(Family.WRONG_PATIENT, strength, text, List.of()));
    }

    private boolean isGlimpse(AccessEvent access) {
        return access.getAction() == Action.R
                && access.getCategory() == AccessCategory.RECORD
                && access.getOutcome() == Outcome.SUCCESS
                && access.getEndTime() != null
                && Duration.between(access.getTime(), access.getEndTime()).compareTo(longest) <= 0;
    }

    private static boolean isTelling(Situation situation) {
        Relation relation =
                Relations.of(situation.user(), situation.patient(), situation.care(), situation.familyNameShare());
        return situation.isVip()
                || situation.patientUserId().isPresent()
                || relation.getRelated()
                || relation.getSameAddress();
    }

    /** To find the patient in a list comes before a wrong choice, too. */
    private static boolean wasOpenedAgain(Situation situation) {
        return situation.othersByUser().stream().anyMatch(other -> other.getCategory() != AccessCategory.SEARCH);
    }
}
