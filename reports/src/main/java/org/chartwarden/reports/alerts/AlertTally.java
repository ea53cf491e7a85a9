package org.chartwarden.reports.alerts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Severity;
import org.chartwarden.reports.data.AlertRow;

/** What the pages of the summary need to know of the alerts, of which none is kept but those that wait. */
final class AlertTally {

    private static final Comparator<Review> MOST_URGENT = Comparator.comparing(
                    (Review review) -> review.due().orElseThrow())
            .thenComparing(review -> review.alert().alertId());

    private final ZoneId zone;
    private final Map<Severity, SeverityTally> severities = new EnumMap<>(Severity.class);
    private final Map<String, RuleTally> rules = new TreeMap<>();
    private final Map<LocalDate, long[]> days = new TreeMap<>();
    private final Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
    private final Map<AlertStatus, Long> status = new EnumMap<>(AlertStatus.class);
    private final List<Review> open = new ArrayList<>();

    AlertTally(ZoneId zone) {
        this.zone = zone;
    }

    void add(Review review) {
        AlertRow alert = review.alert();
        severities
                .computeIfAbsent(alert.severity(), severity -> new SeverityTally())
                .add(review);
        rules.computeIfAbsent(alert.ruleId(), id -> new RuleTally(alert.ruleName()))
                .add(alert);
        status.merge(alert.status(), 1L, Long::sum);
        alert.decision().ifPresent(decision -> decisions.merge(decision, 1L, Long::sum));
        long[] day = days.computeIfAbsent(LocalDate.ofInstant(alert.firstEventTime(), zone), date -> new long[3]);
        day[review.isDecided() ? 0 : alert.status() == AlertStatus.EXPLAINED ? 2 : 1]++;
        if (review.isOpen() && review.due().isPresent()) {
            open.add(review);
        }
    }

    /** The gravest last. */
    Map<Severity, SeverityTally> severities() {
        return severities;
    }

    /** With the most alerts first. */
    List<RuleTally> rules() {
        return rules.values().stream()
                .sorted(Comparator.comparingLong(RuleTally::raised).reversed())
                .toList();
    }

    /** Of each day: the decided ones, those that wait, those that paperwork explained. */
    Map<LocalDate, List<Long>> days() {
        Map<LocalDate, List<Long>> counts = new TreeMap<>();
        days.forEach((day, parts) -> counts.put(day, List.of(parts[0], parts[1], parts[2])));
        return counts;
    }

    Map<Decision, Long> decisions() {
        return decisions;
    }

    long count(AlertStatus wanted) {
        return status.getOrDefault(wanted, 0L);
    }

    long raised() {
        return severities.values().stream().mapToLong(SeverityTally::raised).sum();
    }

    long decided() {
        return severities.values().stream().mapToLong(SeverityTally::decided).sum();
    }

    long overdue() {
        return severities.values().stream().mapToLong(SeverityTally::overdue).sum();
    }

    /** Those that wait for an officer, the earliest deadline first. */
    List<Review> open() {
        return open.stream().sorted(MOST_URGENT).toList();
    }
}
