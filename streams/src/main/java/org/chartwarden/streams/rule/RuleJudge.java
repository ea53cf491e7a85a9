package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges accesses by one rule. */
interface RuleJudge {

    /** What is found in one access, while its rules are gone through. */
    record Draft(
            Facts facts,
            ProfileDraft profile,
            Peers peers,
            List<Hit> hits,
            List<Withdrawal> withdrawals,
            List<DayTotal> closedDays) {

        Draft(Facts facts, ProfileDraft profile, Peers peers) {
            this(facts, profile, peers, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** For the rules that judge what others found. */
        Draft withHitScore() {
            int told = ((Long) facts.value(AccessVariables.HIT_SCORE.word())).intValue();
            int found = hits.stream()
                    .mapToInt(hit -> hit.rule().consequence().riskScore())
                    .max()
                    .orElse(0);
            return new Draft(facts.withHitScore(Math.max(told, found)), profile, peers, hits, withdrawals, closedDays);
        }
    }

    Rule rule();

    /** Whether the access names whom the rule sees accesses of together; a rule that looks at one access needs nobody. */
    default boolean namesSubject(Facts facts) {
        return switch (rule().subject()) {
            case USER -> !facts.text(UserVariables.ID.word()).isEmpty();
            case PATIENT -> !facts.text(PatientVariables.ID.word()).isEmpty();
        };
    }

    /** @throws RuleEvaluationException when a condition has no value; the draft is then as it was */
    void judge(Draft draft);

    /** @param horizon how late an access may arrive */
    static RuleJudge of(Rule rule, Duration horizon) {
        if (rule.detection() instanceof Detection.Match match) {
            return new MatchJudge(rule, match);
        }
        if (rule.detection() instanceof Detection.Baseline baseline) {
            return new BaselineJudge(rule, baseline, horizon);
        }
        return new WatchJudge(rule, watch(rule.detection()), horizon);
    }

    /** @throws IllegalArgumentException for a kind that looks at no other accesses, or only at their number */
    static Watch watch(Detection detection) {
        if (detection instanceof Detection.Threshold threshold) {
            return new ThresholdWatch(threshold);
        }
        if (detection instanceof Detection.Sequence sequence) {
            return new SequenceWatch(sequence);
        }
        if (detection instanceof Detection.FirstSeen firstSeen) {
            return new FirstSeenWatch(firstSeen);
        }
        if (detection instanceof Detection.Accumulate accumulate) {
            return new AccumulateWatch(accumulate);
        }
        throw new IllegalArgumentException("a rule of the kind " + detection.kind() + " watches no windows");
    }
}
