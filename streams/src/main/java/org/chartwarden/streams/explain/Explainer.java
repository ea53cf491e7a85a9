package org.chartwarden.streams.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;
import org.chartwarden.streams.explain.Reason.Finding;

/** Looks for every reason that accounts for an access. Pure. */
final class Explainer {

    private final List<Reason> direct;
    private final Reason ownEarlierCare;

    Explainer(CareWindow window, Duration ownCare) {
        direct = List.of(new NamedPractitioner(window), new DepartmentEncounter(window));
        ownEarlierCare = new OwnEarlierCare(ownCare);
    }

    /**
     * What was found.
     *
     * @param explanations the strongest first
     * @param missing why nothing was found, in plain words; empty when something was
     * @param isCare the access took part in care that is on record, so that it can explain later ones
     */
    record Result(List<Explanation> explanations, List<String> missing, boolean isCare) {}

    Result explain(Situation situation) {
        List<Explanation> explanations = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (!situation.user().known()) {
            missing.add("The user is not in the workforce directory");
        }
        direct.forEach(reason -> add(reason.examine(situation), explanations, missing));
        boolean isCare = !explanations.isEmpty() && openedChart(situation.access());
        add(ownEarlierCare.examine(situation), explanations, missing);
        return new Result(explanations, explanations.isEmpty() ? missing : List.of(), isCare);
    }

    private static void add(Finding finding, List<Explanation> explanations, List<String> missing) {
        finding.explanation().ifPresent(explanations::add);
        finding.missing().ifPresent(missing::add);
    }

    /** To find the patient in a list, or to be refused, is no care. */
    private static boolean openedChart(AccessEvent access) {
        return access.getOutcome() == Outcome.SUCCESS
                && (access.getCategory() == AccessCategory.RECORD || access.getCategory() == AccessCategory.EXPORT);
    }
}
