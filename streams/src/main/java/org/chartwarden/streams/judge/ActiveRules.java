package org.chartwarden.streams.judge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chartwarden.model.Subject;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.rule.RuleEngine;
import org.chartwarden.streams.rule.RulePack;

/** The rules of one subject that judge just now. */
final class ActiveRules {

    private final RuleEngine engine;
    private final Map<String, Rule> byId;

    ActiveRules(List<Rule> rules, Duration horizon) {
        this.engine = new RuleEngine(rules, horizon);
        this.byId = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    }

    RuleEngine engine() {
        return engine;
    }

    /** Empty when it does not judge any more. */
    Optional<Rule> rule(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Follows the running pack: made anew when another one is there. */
    static Supplier<ActiveRules> of(Supplier<RulePack> packs, Subject subject, Duration horizon) {
        return new Supplier<>() {
            private RulePack known;
            private ActiveRules active;

            @Override
            public ActiveRules get() {
                RulePack pack = packs.get();
                if (pack != known) {
                    active = new ActiveRules(pack.of(subject), horizon);
                    known = pack;
                }
                return active;
            }
        };
    }
}
