package org.chartwarden.streams.rule;

import java.util.List;
import java.util.Map;
import org.chartwarden.streams.state.Observation;

/** Each access by itself. */
record MatchJudge(Rule rule, Detection.Match match) implements RuleJudge {

    @Override
    public boolean namesSubject(Facts facts) {
        return true;
    }

    @Override
    public void judge(Draft draft) {
        Facts facts = draft.facts();
        if (match.where().of(facts)) {
            List<Observation> evidence = List.of(Observations.of(facts, "", "", 0, 1));
            draft.hits().add(new Hit(rule, facts.time(), Reasons.of(rule, facts, Map.of()), evidence));
        }
    }
}
