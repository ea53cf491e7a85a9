package org.chartwarden.standalone.backtest;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.RuleHit;

/**
 * What a candidate rule would have raised.
 *
 * @param accesses how many recorded accesses it was run over
 * @param alerts what it would have raised, in the order of time
 * @param raisedBy by the alert's id, the current rules that hit one of the alert's accesses; an alert that none of them
 *     tells of is not in it
 */
public record BacktestReport(int accesses, List<Alert> alerts, Map<String, Set<String>> raisedBy) {

    /** How often something was counted. */
    public record Count(String what, long alerts) {}

    /** @param recorded with the hits of the rules that judged at the time */
    public static BacktestReport of(List<Alert> alerts, List<ExplainedAccess> recorded) {
        Map<String, Set<String>> hits = hitsByEvent(recorded);
        Map<String, Set<String>> raisedBy = new TreeMap<>();
        for (Alert alert : alerts) {
            Set<String> rules = new TreeSet<>();
            alert.getEventIds().forEach(id -> rules.addAll(hits.getOrDefault(id, Set.of())));
            if (!rules.isEmpty()) {
                raisedBy.put(alert.getAlertId(), rules);
            }
        }
        List<Alert> sorted = alerts.stream()
                .sorted(Comparator.comparing(Alert::getFirstEventTime).thenComparing(Alert::getAlertId))
                .toList();
        return new BacktestReport(recorded.size(), sorted, raisedBy);
    }

    private static Map<String, Set<String>> hitsByEvent(List<ExplainedAccess> recorded) {
        return recorded.stream()
                .filter(access -> !access.getRuleHits().isEmpty())
                .collect(Collectors.toMap(
                        access -> access.getAccess().getEventId(),
                        access -> access.getRuleHits().stream()
                                .map(RuleHit::getRuleId)
                                .collect(Collectors.toCollection(HashSet::new))));
    }

    /** Alerts of each user, most first. */
    public List<Count> byUser() {
        return counts(alerts.stream().map(Alert::getUserId).filter(Objects::nonNull));
    }

    /** Alerts of each patient, most first; those that span patients are in none. */
    public List<Count> byPatient() {
        return counts(alerts.stream().map(Alert::getPatientId).filter(Objects::nonNull));
    }

    /** How many of the alerts each current rule raises already, most first. */
    public List<Count> byCurrentRule() {
        return counts(raisedBy.values().stream().flatMap(Set::stream));
    }

    private static List<Count> counts(Stream<String> names) {
        return names
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Count::alerts).reversed().thenComparing(Count::what))
                .toList();
    }
}
