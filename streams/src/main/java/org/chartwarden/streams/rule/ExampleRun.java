package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.streams.state.SubjectProfile;

/** Runs a rule's example through the engine that judges real accesses. */
final class ExampleRun {

    private static final Duration HORIZON = Duration.ofDays(7);

    private final Rule rule;
    private final Peers peers;
    private final RuleEngine engine;
    private final Map<String, SubjectProfile> profiles = new HashMap<>();
    private final List<Hit> hits = new ArrayList<>();

    private ExampleRun(Rule rule, Peers peers) {
        this.rule = rule;
        this.peers = peers;
        this.engine = new RuleEngine(List.of(rule), HORIZON);
    }

    /** Whether the rule fires on at least one of the example's accesses, when all of them have arrived. */
    static boolean fires(Rule rule, Example example) {
        ExampleRun run = new ExampleRun(rule, example.peers());
        for (int n = 0; n < example.accesses().size(); n++) {
            Example.Told told = example.accesses().get(n);
            run.judge(Facts.told("example-" + (n + 1), told.time(), ZoneOffset.UTC, told.values()));
        }
        return !run.hits.isEmpty();
    }

    private void judge(Facts facts) {
        String subject = switch (rule.subject()) {
            case USER -> facts.text(UserVariables.ID.word());
            case PATIENT -> facts.text(PatientVariables.ID.word());
        };
        Finding finding = engine.judge(facts, profiles.get(subject), peers);
        finding.changed().ifPresent(profile -> profiles.put(subject, profile));
        for (Withdrawal withdrawal : finding.withdrawals()) {
            hits.removeIf(hit ->
                    hit.evidence().stream().anyMatch(each -> each.getEventId().equals(withdrawal.eventId())));
        }
        hits.addAll(finding.hits());
    }
}
