package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chartwarden.streams.rule.ReasonTemplate.Placeholder;
import org.chartwarden.streams.state.Observation;
import org.chartwarden.streams.state.UserProfile;
import org.chartwarden.streams.text.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges one access by all rules. Pure: what is remembered of a user comes in and goes out as a {@link UserProfile}.
 *
 * <p>A threshold rule remembers its accesses for its window and the horizon beyond it, because an access may arrive so
 * late and still count in every window that contains it.
 */
public final class RuleEngine {

    private static final Logger LOG = LoggerFactory.getLogger(RuleEngine.class);

    private static final Comparator<Observation> BY_TIME =
            Comparator.comparing(Observation::getTime).thenComparing(Observation::getEventId);

    private final List<Rule> rules;
    private final Duration horizon;

    /** @param horizon how late an access may arrive */
    public RuleEngine(RulePack pack, Duration horizon) {
        this(pack.rules(), horizon);
    }

    RuleEngine(List<Rule> rules, Duration horizon) {
        this.rules = rules;
        this.horizon = horizon;
    }

    /**
     * What the rules found.
     *
     * @param hits in the order of the rules' ids
     * @param changed what to remember of the user from now on; empty when nothing changed
     */
    public record Finding(List<Hit> hits, Optional<UserProfile> changed) {}

    /**
     * Judges.
     *
     * @param remembered the user's profile, null for none; only asked when a rule needs it
     */
    public Finding judge(Facts facts, Supplier<UserProfile> remembered) {
        List<Hit> hits = new ArrayList<>();
        Memory memory = new Memory(remembered);
        for (Rule rule : rules) {
            try {
                judge(rule, facts, memory).ifPresent(hits::add);
            } catch (RuleEvaluationException e) {
                // One rule's fault must neither silence the other rules nor keep the access out of the index.
                LOG.warn("Rule {} could not judge the access {}: {}", rule.id(), facts.eventId(), e.getMessage());
            }
        }
        return new Finding(hits, memory.changed());
    }

    private Optional<Hit> judge(Rule rule, Facts facts, Memory memory) {
        if (!rule.detection().where().of(facts)) {
            return Optional.empty();
        }
        if (rule.detection() instanceof Detection.Threshold threshold) {
            return facts.userId().isEmpty() ? Optional.empty() : threshold(rule, threshold, facts, memory);
        }
        return Optional.of(hit(rule, facts, List.of(new Hit.Evidence(facts.eventId(), facts.time()))));
    }

    private Optional<Hit> threshold(Rule rule, Detection.Threshold threshold, Facts facts, Memory memory) {
        Observation observation = Observation.newBuilder()
                .setEventId(facts.eventId())
                .setTime(facts.time())
                .setValue(threshold.distinct().of(facts))
                .build();
        List<Observation> observations = memory.add(rule.id(), observation, threshold.within());
        List<Hit.Evidence> evidence = new SlidingWindow(observations, facts.time(), threshold.within())
                .above(threshold.moreThan()).stream()
                        .map(each -> new Hit.Evidence(each.getEventId(), each.getTime()))
                        .toList();
        return evidence.isEmpty() ? Optional.empty() : Optional.of(hit(rule, facts, evidence));
    }

    private static Hit hit(Rule rule, Facts facts, List<Hit.Evidence> evidence) {
        Map<Placeholder, String> words = new EnumMap<>(Placeholder.class);
        words.put(Placeholder.DEPARTMENTS, String.join(", ", facts.departments()));
        words.put(Placeholder.UNEXPLAINED, sentences(facts.unexplained()));
        if (rule.detection() instanceof Detection.Threshold threshold) {
            words.put(Placeholder.MORE_THAN, Integer.toString(threshold.moreThan()));
            words.put(Placeholder.WITHIN, Words.of(threshold.within()));
        }
        return new Hit(rule, rule.consequence().reason().fill(words).strip(), evidence);
    }

    private static String sentences(List<String> texts) {
        return texts.isEmpty() ? "" : String.join(". ", texts) + ".";
    }

    /** The profile of one user while one access is judged. */
    private final class Memory {

        private final Supplier<UserProfile> remembered;
        private Map<String, List<Observation>> observations;

        Memory(Supplier<UserProfile> remembered) {
            this.remembered = remembered;
        }

        List<Observation> add(String ruleId, Observation observation, Duration within) {
            if (observations == null) {
                UserProfile profile = remembered.get();
                observations = profile == null ? new HashMap<>() : new HashMap<>(profile.getObservations());
            }
            List<Observation> all = new ArrayList<>(observations.getOrDefault(ruleId, List.of()));
            all.add(observation);
            all.sort(BY_TIME);
            Instant oldest = all.get(all.size() - 1).getTime().minus(within).minus(horizon);
            all.removeIf(each -> each.getTime().isBefore(oldest));
            while (all.size() > Detection.MOST_OBSERVATIONS) {
                all.remove(leastTelling(all));
            }
            observations.put(ruleId, all);
            // What is too old to be remembered is in no window that is still known.
            return all.contains(observation) ? all : List.of();
        }

        /** The oldest one whose value comes again later: without it no newer window has fewer values. Else the oldest. */
        private static int leastTelling(List<Observation> sorted) {
            Set<String> later = new HashSet<>();
            int found = 0;
            for (int index = sorted.size() - 1; index >= 0; index--) {
                if (!later.add(sorted.get(index).getValue())) {
                    found = index;
                }
            }
            return found;
        }

        Optional<UserProfile> changed() {
            if (observations == null) {
                return Optional.empty();
            }
            // A rule that is gone leaves nothing behind.
            observations
                    .keySet()
                    .removeIf(id -> rules.stream().noneMatch(rule -> rule.id().equals(id)));
            return Optional.of(
                    UserProfile.newBuilder().setObservations(observations).build());
        }
    }
}
