package org.chartwarden.standalone.score;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.chartwarden.model.Alert;

/**
 * Follows alerts in the simulated hospital's own time. Two weeks pass in minutes here, so by the topology's clock no
 * grace ever ends; whether it would have is computed from when accesses and papers arrived.
 */
final class AlertBook {

    private final TruthBook truth;
    private final Function<String, Duration> graceOf;
    private final Map<String, History> histories = new TreeMap<>();
    private final Map<String, Instant> papers = new HashMap<>();
    private Instant clock = Instant.EPOCH;

    /** @param graceOf the grace of a rule, by its id */
    AlertBook(TruthBook truth, Function<String, Duration> graceOf) {
        this.truth = truth;
        this.graceOf = graceOf;
    }

    /** One alert's. */
    private static final class History {
        private final Set<String> evidence = new HashSet<>();
        private Alert newest;
        private Instant raised;
        private Instant pendingSince;
        private Instant opened;
    }

    /** What follows is caused by nothing that arrived later than this. */
    void advanceTo(Instant time) {
        clock = time;
        papers.clear();
    }

    /** A paper arrived; the patient's alerts that are explained now were explained by it. */
    void paperArrived(String patientId, Instant arrival) {
        papers.merge(patientId, arrival, (one, other) -> one.isAfter(other) ? one : other);
    }

    void revised(Alert alert) {
        History history = histories.computeIfAbsent(alert.getAlertId(), id -> new History());
        switch (alert.getStatus()) {
            case PROVISIONAL -> pending(history, alert);
            case OPEN, CLOSED -> {
                pending(history, alert);
                open(history, history.pendingSince);
            }
            case EXPLAINED -> explained(history, alert);
        }
        if (!alert.getEventIds().isEmpty() || history.newest == null) {
            history.newest = alert;
        }
        history.evidence.addAll(alert.getEventIds());
    }

    private void pending(History history, Alert alert) {
        if (history.pendingSince == null) {
            history.pendingSince = truth.arrival(alert.getEventIds());
        }
        if (history.raised == null) {
            history.raised = history.pendingSince;
        }
    }

    private void explained(History history, Alert alert) {
        if (history.pendingSince != null) {
            Instant due = history.pendingSince.plus(graceOf.apply(alert.getRuleId()));
            if (due.isBefore(explainedAt(history.evidence))) {
                open(history, due);
            }
            history.pendingSince = null;
        }
    }

    /** When the paper arrived; of several about the alert's patients the last. */
    private Instant explainedAt(Collection<String> evidence) {
        return evidence.stream()
                .map(truth::patientOf)
                .map(papers::get)
                .flatMap(arrival -> Optional.ofNullable(arrival).stream())
                .max(Instant::compareTo)
                .orElse(clock);
    }

    private static void open(History history, Instant at) {
        if (history.opened == null) {
            history.opened = at;
        }
    }

    /** Everything that was raised, when all has come out and every grace is over. */
    List<AlertStory> stories() {
        return histories.values().stream()
                .filter(history -> history.raised != null)
                .map(this::story)
                .toList();
    }

    private AlertStory story(History history) {
        if (history.pendingSince != null) {
            open(history, history.pendingSince.plus(graceOf.apply(history.newest.getRuleId())));
        }
        Set<Integer> incidents = new HashSet<>();
        history.evidence.stream()
                .map(truth::incidentOf)
                .filter(number -> number >= 0)
                .forEach(incidents::add);
        return new AlertStory(
                history.newest.getAlertId(),
                history.newest.getRuleId(),
                history.newest.getRiskScore(),
                history.newest.getEventCount(),
                incidents,
                truth.cause(history.evidence),
                history.raised,
                history.opened);
    }
}
