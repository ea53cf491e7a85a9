package org.chartwarden.streams.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.RuleHit;
import org.chartwarden.model.Subject;
import org.chartwarden.streams.peer.PeerHistory;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.state.AlertState;
import org.chartwarden.streams.state.SubjectProfile;

/**
 * Judges recorded accesses as the topology would have judged them, in memory. All paperwork has arrived by then, so no
 * alert waits for it. What other rules found is taken as recorded.
 */
public final class Backtest {

    private final List<Rule> rules;
    private final JudgeSettings settings;
    private final PeerHistory peers = new PeerHistory();

    /**
     * @param rules the candidates
     * @param ids made with the site's key, so that alerts have the ids that they would have
     * @param horizon the topology's
     */
    public Backtest(List<Rule> rules, AlertIds ids, ZoneId zone, Duration horizon) {
        this.rules = List.copyOf(rules);
        this.settings = new JudgeSettings(zone, horizon, Duration.ZERO, ids);
    }

    /**
     * Gives the alerts that would stand in the end, in the order in which they would have been raised.
     *
     * @param accesses in order of event time, each in its newest revision only
     */
    public List<Alert> run(List<ExplainedAccess> accesses) {
        Map<String, Alert> newest = new LinkedHashMap<>();
        Judge ofPatients = judge(Subject.PATIENT);
        Judge ofUsers = judge(Subject.USER);
        for (ExplainedAccess recorded : accesses) {
            ExplainedAccess access = withoutHitsOfCandidates(recorded);
            String patient = access.getMergedInto() != null
                    ? access.getMergedInto()
                    : access.getAccess().getPatientId();
            if (patient != null) {
                Judgement judgement = ofPatients.judge(patient, access);
                judgement.alerts().forEach(alert -> newest.put(alert.getAlertId(), alert));
                access = judgement.access().orElseThrow();
            }
            String user = JudgedElsewhere.userKey(access);
            Judgement judgement = ofUsers.judge(user, access);
            judgement.alerts().forEach(alert -> newest.put(alert.getAlertId(), alert));
            judgement.closedDays().forEach(day -> peers.add(user, day));
        }
        return newest.values().stream()
                .filter(alert -> alert.getStatus() != AlertStatus.EXPLAINED)
                .toList();
    }

    private Judge judge(Subject subject) {
        List<Rule> about =
                rules.stream().filter(rule -> rule.subject() == subject).toList();
        ActiveRules active = new ActiveRules(about, settings.horizon());
        return new Judge(
                subject,
                () -> active,
                settings,
                new Judge.Memory(
                        new InMemoryProfiles(),
                        new InMemoryAlerts(),
                        peers,
                        InstantSource.fixed(Instant.EPOCH),
                        Transitions.UNHEARD));
    }

    private ExplainedAccess withoutHitsOfCandidates(ExplainedAccess recorded) {
        List<RuleHit> others = recorded.getRuleHits().stream()
                .filter(hit -> rules.stream().noneMatch(rule -> rule.id().equals(hit.getRuleId())))
                .toList();
        // Each access comes once, and there is nothing to take back.
        return ExplainedAccess.newBuilder(recorded)
                .setRevision(Math.min(1, recorded.getRevision()))
                .setRuleHits(others)
                .build();
    }

    private static final class InMemoryProfiles implements Profiles {

        private final Map<String, SubjectProfile> profiles = new TreeMap<>();

        @Override
        public SubjectProfile get(String key) {
            return profiles.get(key);
        }

        @Override
        public void put(String key, SubjectProfile profile) {
            profiles.put(key, profile);
        }
    }

    private static final class InMemoryAlerts implements AlertStore {

        private final Map<String, Map<String, AlertState>> alerts = new TreeMap<>();

        @Override
        public AlertState get(String key, String alertId) {
            return alerts.getOrDefault(key, Map.of()).get(alertId);
        }

        @Override
        public Collection<AlertState> all(String key) {
            return new ArrayList<>(alerts.getOrDefault(key, Map.of()).values());
        }

        @Override
        public void put(String key, AlertState state, Instant now) {
            alerts.computeIfAbsent(key, unknown -> new TreeMap<>()).put(state.getAlertId(), state);
        }
    }
}
