package org.chartwarden.streams.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.RuleHit;
import org.chartwarden.model.Subject;
import org.chartwarden.streams.rule.Detection;
import org.chartwarden.streams.rule.Facts;
import org.chartwarden.streams.rule.Finding;
import org.chartwarden.streams.rule.Hit;
import org.chartwarden.streams.rule.Peers;
import org.chartwarden.streams.state.AlertState;
import org.chartwarden.streams.state.Observation;
import org.chartwarden.streams.state.SubjectProfile;

/**
 * Judges the accesses of users, or of patients, by the rules about them, and tells their alerts. It asks nothing but the
 * memory and the clock that it is given, so the topology and a back-test judge alike.
 *
 * <p>An access may come again in a higher revision, because of paperwork that arrived late. First everything is taken
 * back that its earlier revision caused, then it is judged anew.
 *
 * <p>A late access is judged by no rule: it could be a duplicate that nothing recognises any more, and would count twice.
 */
final class Judge {

    private final Subject subject;
    private final Supplier<ActiveRules> rules;
    private final JudgeSettings settings;
    private final Memory memory;

    /**
     * @param profiles what rules remember
     * @param alerts what was told
     * @param peers what is usual among peers
     * @param clock by which grace passes
     * @param transitions is told of revisions
     */
    record Memory(Profiles profiles, AlertStore alerts, Peers peers, InstantSource clock, Transitions transitions) {}

    Judge(Subject subject, Supplier<ActiveRules> rules, JudgeSettings settings, Memory memory) {
        this.subject = subject;
        this.rules = rules;
        this.settings = settings;
        this.memory = memory;
    }

    /** @param key under which the subject is judged */
    Judgement judge(String key, ExplainedAccess access) {
        Revisions revisions = revisions(key);
        if (access.getRevision() > 1) {
            withdraw(key, access, Hindsight.of(access), revisions);
        }
        Judgement judgement = judged(key, access, revisions);
        lighten(key, revisions);
        return judgement.with(revisions.finish(memory.transitions()));
    }

    private Judgement judged(String key, ExplainedAccess access, Revisions revisions) {
        if (access.getLate() || access.getSilencedBy() != null || !isConcerned(access)) {
            return new Judgement(Optional.of(access), List.of(), List.of());
        }
        Finding finding = rules.get()
                .engine()
                .judgeLazily(
                        Facts.of(access, settings.zone()),
                        () -> memory.profiles().get(key),
                        memory.peers());
        finding.changed().ifPresent(profile -> memory.profiles().put(key, profile));
        finding.withdrawals()
                .forEach(each -> release(each.rule().id(), each.eventId(), Hindsight.NOT_THE_FIRST, revisions));
        List<RuleHit> ruleHits = finding.hits().stream()
                .map(hit -> raise(hit, key, access, revisions))
                .toList();
        return new Judgement(Optional.of(withHits(access, ruleHits)), List.of(), finding.closedDays());
    }

    /** What adds up weighs an access by the other rules' findings: without any, it weighs nothing. */
    private void lighten(String key, Revisions revisions) {
        for (Revisions.Fallen fallen : revisions.takeFallen()) {
            Observation access = fallen.access();
            boolean isTold = revisions.all().stream()
                    .anyMatch(state -> !isAccumulating(state)
                            && AlertStates.evidence(state).firesOn(access.getEventId()));
            if (isTold) {
                continue;
            }
            update(key, profile -> rules.get().engine().withdrawWeight(access.getEventId(), access.getTime(), profile));
            for (AlertState state : revisions.all()) {
                if (isAccumulating(state)) {
                    release(state, access.getEventId(), fallen.because(), revisions);
                }
            }
        }
    }

    private boolean isAccumulating(AlertState state) {
        return rules.get()
                .rule(state.getRuleId())
                .filter(rule -> rule.detection() instanceof Detection.Accumulate)
                .isPresent();
    }

    private void update(String key, Function<SubjectProfile, Optional<SubjectProfile>> change) {
        SubjectProfile profile = memory.profiles().get(key);
        if (profile != null) {
            change.apply(profile).ifPresent(changed -> memory.profiles().put(key, changed));
        }
    }

    /** Takes back what an access caused, because it is judged under another key from now on. */
    Judgement forget(String key, ExplainedAccess access, List<String> because) {
        Revisions revisions = revisions(key);
        withdraw(key, access, because, revisions);
        lighten(key, revisions);
        return Judgement.onlyAlerts(revisions.finish(memory.transitions()));
    }

    /** Opens an alert whose grace has passed; does nothing when it is not provisional any more. */
    List<Alert> open(String key, String alertId) {
        Revisions revisions = revisions(key);
        AlertState state = revisions.get(alertId);
        if (state != null && state.getOpenedAt() == null) {
            revisions.put(AlertStates.opened(state, revisions.now()));
        }
        return revisions.finish(memory.transitions());
    }

    private Revisions revisions(String key) {
        return new Revisions(memory.alerts(), key, memory.clock().instant());
    }

    private boolean isConcerned(ExplainedAccess access) {
        return switch (subject) {
            case USER -> true;
            case PATIENT -> access.getAccess().getPatientId() != null;
        };
    }

    private RuleHit raise(Hit hit, String key, ExplainedAccess access, Revisions revisions) {
        Story story = Story.of(hit, key, access, settings.zone());
        String alertId = story.alertId(settings.ids());
        AlertState known = revisions.get(alertId);
        AlertState next =
                AlertStates.with(known == null ? AlertStates.begun(story, alertId, access) : known, hit, access);
        revisions.put(revisions.begins(alertId) ? withGrace(next, hit, revisions.now()) : next);
        return RuleHit.newBuilder()
                .setRuleId(hit.rule().id())
                .setRuleVersion(hit.rule().version())
                .setSeverity(hit.rule().consequence().severity())
                .setAlertId(alertId)
                .setReason(hit.reason())
                .build();
    }

    private AlertState withGrace(AlertState state, Hit hit, Instant now) {
        Duration grace = settings.graceOf(hit.rule().grace());
        return grace.isZero() ? AlertStates.opened(state, now) : AlertStates.provisional(state, now.plus(grace));
    }

    private void withdraw(String key, ExplainedAccess access, List<String> because, Revisions revisions) {
        String eventId = access.getAccess().getEventId();
        update(
                key,
                profile -> rules.get()
                        .engine()
                        .withdraw(eventId, access.getAccess().getTime(), profile));
        for (AlertState state : revisions.all()) {
            release(state, eventId, because, revisions);
        }
    }

    private void release(String ruleId, String eventId, List<String> because, Revisions revisions) {
        for (AlertState state : revisions.all()) {
            if (state.getRuleId().equals(ruleId)) {
                release(state, eventId, because, revisions);
            }
        }
    }

    private void release(AlertState state, String eventId, List<String> because, Revisions revisions) {
        EvidenceList evidence = AlertStates.evidence(state);
        if (evidence.holds(eventId)) {
            EvidenceList remaining = evidence.without(eventId, because);
            // Of a rule that is gone or has changed nobody can say what still makes it fire: what remains is kept.
            EvidenceList holding = rules.get()
                    .rule(state.getRuleId())
                    .filter(rule -> rule.version() == state.getRuleVersion())
                    .map(rule ->
                            remaining.only(rules.get().engine().holding(rule, remaining.holding(), state.getStart())))
                    .orElse(remaining);
            if (!isAccumulating(state)) {
                evidence.firing().stream()
                        .filter(each -> !holding.firesOn(each.getEventId()))
                        .forEach(each -> revisions.fell(each, because));
            }
            revisions.put(AlertStates.with(state, holding));
        }
    }

    /** One access may complete several windows of one alert: told once. */
    private static ExplainedAccess withHits(ExplainedAccess access, List<RuleHit> further) {
        if (further.isEmpty()) {
            return access;
        }
        Map<String, RuleHit> byAlert = new LinkedHashMap<>();
        List<RuleHit> all = new ArrayList<>(access.getRuleHits());
        all.addAll(further);
        all.forEach(hit -> byAlert.putIfAbsent(hit.getAlertId(), hit));
        return ExplainedAccess.newBuilder(access)
                .setRuleHits(List.copyOf(byAlert.values()))
                .build();
    }
}
