package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.streams.state.UserProfile;

/** Runs a rule's example through the engine that judges real accesses. */
final class ExampleRun {

    private static final Duration HORIZON = Duration.ofDays(7);

    private ExampleRun() {}

    /** Whether the rule fires on at least one of the example's accesses. */
    static boolean fires(Rule rule, Example example) {
        RuleEngine engine = new RuleEngine(List.of(rule), HORIZON);
        Map<String, UserProfile> profiles = new HashMap<>();
        boolean fired = false;
        for (Facts facts : example.accesses()) {
            RuleEngine.Finding finding = engine.judge(facts, () -> profiles.get(facts.userId()));
            finding.changed().ifPresent(profile -> profiles.put(facts.userId(), profile));
            fired |= !finding.hits().isEmpty();
        }
        return fired;
    }
}
