package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chartwarden.streams.rule.RuleJudge.Draft;
import org.chartwarden.streams.state.Observation;
import org.chartwarden.streams.state.RuleMemory;
import org.chartwarden.streams.state.SubjectProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges one access by all rules of a subject. Pure: what is remembered of the subject comes in and goes out as a {@link
 * SubjectProfile}, one read and one write per access however many rules there are.
 *
 * <p>What the rules find is a function of the set of accesses, whatever the order in which they arrive inside the
 * horizon; but for baselines, which depend on the days known by then, and for accumulating rules, which weigh an access by
 * the hits known when it is judged. And an access that is withdrawn takes with it what it caused, but what it had kept
 * from firing, as an excepting or as the first of its value, is not judged anew.
 */
public final class RuleEngine {

    private static final Logger LOG = LoggerFactory.getLogger(RuleEngine.class);

    private final List<RuleJudge> judges;
    private final List<RuleJudge> lastJudges;
    private final Set<String> ids;

    /**
     * @param rules of one subject
     * @param horizon how late an access may arrive
     */
    public RuleEngine(List<Rule> rules, Duration horizon) {
        this.judges = judges(rules, horizon, false);
        this.lastJudges = judges(rules, horizon, true);
        this.ids = rules.stream().map(Rule::id).collect(Collectors.toSet());
    }

    private static List<RuleJudge> judges(List<Rule> rules, Duration horizon, boolean accumulating) {
        return rules.stream()
                .filter(rule -> rule.detection() instanceof Detection.Accumulate == accumulating)
                .map(rule -> RuleJudge.of(rule, horizon))
                .toList();
    }

    /**
     * Judges. An access that was judged before must be {@link #withdraw withdrawn} first. One that names no subject (no
     * user, or for a patient's rules no patient) is judged only by rules that look at no other access, and not remembered.
     *
     * @param profile what is remembered of the subject, null for nothing; it is not changed
     */
    public Finding judge(Facts facts, SubjectProfile profile, Peers peers) {
        return judgeLazily(facts, () -> profile, peers);
    }

    /** The same with a profile that is only read when a rule asks for it: few rules look at a patient's. */
    public Finding judgeLazily(Facts facts, Supplier<SubjectProfile> profile, Peers peers) {
        Draft draft = new Draft(facts, new ProfileDraft(profile), peers);
        judges.forEach(judge -> judge(judge, draft));
        if (!lastJudges.isEmpty()) {
            Draft last = draft.withHitScore();
            lastJudges.forEach(judge -> judge(judge, last));
        }
        return new Finding(draft.hits(), draft.withdrawals(), draft.profile().changed(ids), draft.closedDays());
    }

    private static void judge(RuleJudge judge, Draft draft) {
        if (!judge.namesSubject(draft.facts())) {
            return;
        }
        try {
            judge.judge(draft);
        } catch (RuntimeException e) {
            // One rule's fault must neither silence the other rules nor keep the access out of the index.
            LOG.warn(
                    "Rule {} could not judge the access {}: {}",
                    judge.rule().id(),
                    draft.facts().eventId(),
                    e.getMessage());
        }
    }

    /**
     * Forgets an access, because it must be judged anew or belongs to somebody else now. What was merely counted for a
     * baseline stays.
     *
     * @param time of the access
     * @return the profile without it; empty when it was not remembered
     */
    public Optional<SubjectProfile> withdraw(String eventId, Instant time, SubjectProfile profile) {
        return withdraw(eventId, time, profile, ids);
    }

    /** Forgets an access in what adds up only, because nothing that it was weighed by holds any more. */
    public Optional<SubjectProfile> withdrawWeight(String eventId, Instant time, SubjectProfile profile) {
        return withdraw(
                eventId,
                time,
                profile,
                lastJudges.stream().map(judge -> judge.rule().id()).collect(Collectors.toSet()));
    }

    private Optional<SubjectProfile> withdraw(
            String eventId, Instant time, SubjectProfile profile, Set<String> ruleIds) {
        ProfileDraft draft = new ProfileDraft(() -> profile);
        profile.getRules().forEach((ruleId, memory) -> {
            if (!ruleIds.contains(ruleId)) {
                return;
            }
            List<Observation> left = memory.getObservations().stream()
                    .filter(each ->
                            !(each.getTime().equals(time) && each.getEventId().equals(eventId)))
                    .toList();
            if (left.size() < memory.getObservations().size()) {
                draft.put(
                        ruleId,
                        new RuleMemory(
                                memory.getShape(),
                                memory.getSince(),
                                left,
                                memory.getOpenDays(),
                                memory.getClosedDays()));
            }
        });
        return draft.changed(ids);
    }

    /**
     * What is left of an alert's evidence, after some of it was withdrawn, that still makes the rule fire.
     *
     * @param evidence in any order
     * @param from begin of the alert's span: what ends before it belongs to an earlier alert
     * @return the windows that still do: each ends with an access on which the rule fires; empty when nothing is left of
     *     the alert
     */
    public List<List<Observation>> holding(Rule rule, List<Observation> evidence, Instant from) {
        List<Observation> sorted =
                evidence.stream().sorted(Observations.BY_TIME).toList();
        return rule.detection() instanceof Detection.Match || rule.detection() instanceof Detection.Baseline
                ? Observations.eachAlone(sorted)
                : RuleJudge.watch(rule.detection()).holding(sorted, from);
    }
}
