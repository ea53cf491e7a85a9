package org.chartwarden.streams.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Explanation;
import org.chartwarden.model.Outcome;
import org.chartwarden.streams.explain.Reason.Finding;

/** Looks for every reason that accounts for an access. Pure: the same situation has the same reasons. */
public final class Explainer {

    private final ExplanationConfig config;

    public Explainer(ExplanationConfig config) {
        this.config = config;
    }

    /**
     * What was found.
     *
     * @param explained some reason is strong enough
     * @param explanations every reason, the strongest first; also weak ones of an access that stays unexplained
     * @param missing in plain words, what was looked for and not found; empty when explained
     * @param isCare the access took part in care that is on record, so that it can explain later ones
     */
    public record Result(boolean explained, List<Explanation> explanations, List<String> missing, boolean isCare) {

        public Result {
            explanations = List.copyOf(explanations);
            missing = List.copyOf(missing);
        }
    }

    /**
     * An access without a user or a patient has no relationship to explain, and whoever has left the house has none any
     * more, whatever there was before: it stays unexplained and says so.
     */
    public Result explain(Situation situation) {
        if (situation.access().getUserId() == null) {
            return new Result(false, List.of(), List.of("The source named no user"), false);
        }
        if (situation.access().getPatientId() == null) {
            return new Result(false, List.of(), List.of("The source named no patient"), false);
        }
        if (situation.user().terminated(situation.access().getTime())) {
            return new Result(false, List.of(), List.of("Nobody employed the user any more"), false);
        }
        return related(situation);
    }

    private Result related(Situation situation) {
        List<Explanation> explanations = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (!situation.user().known()) {
            missing.add("The user is not in the workforce directory");
        }
        boolean isCare = false;
        for (Map.Entry<Family, Reason> each : config.reasons().entrySet()) {
            if (each.getKey() == Family.WRONG_PATIENT && explanations.stream().anyMatch(this::isEnough)) {
                continue; // a slip is what nothing else accounts for; it is looked for last
            }
            Finding finding = each.getValue().examine(situation);
            finding.missing().ifPresent(missing::add);
            finding.explanation().ifPresent(explanations::add);
            isCare |= each.getKey().isDirect()
                    && finding.explanation().filter(this::isEnough).isPresent();
        }
        explanations.sort(Comparator.comparingDouble(Explanation::getStrength).reversed());
        boolean explained = explanations.stream().anyMatch(this::isEnough);
        return new Result(
                explained, explanations, explained ? List.of() : missing, isCare && opensChart(situation.access()));
    }

    private boolean isEnough(Explanation explanation) {
        return explanation.getStrength() >= config.enough();
    }

    /** To find the patient in a list, or to be refused, is no care. */
    public static boolean opensChart(AccessEvent access) {
        return access.getOutcome() == Outcome.SUCCESS
                && (access.getCategory() == AccessCategory.RECORD || access.getCategory() == AccessCategory.EXPORT);
    }
}
