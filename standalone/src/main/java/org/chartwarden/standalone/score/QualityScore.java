package org.chartwarden.standalone.score;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chartwarden.producers.simulator.Variant;

/**
 * The figures of one simulated hospital.
 *
 * <p>An alert counts when an officer saw it: when its grace passed before papers explained it. It is true when it rests on
 * an access of a planted incident. An incident is found when such an alert rests on one of its accesses, whichever rule
 * raised it.
 *
 * @param accesses what was opened, and explained
 * @param incidents planted; an incident's number is its place
 * @param alerts all that were raised
 * @param zone in which days begin
 */
record QualityScore(AccessCounts accesses, List<PlantedKind> incidents, List<AlertStory> alerts, ZoneId zone) {

    /** How many alerts an officer looks at in a day. */
    static final int TOP = 50;

    QualityScore {
        incidents = List.copyOf(incidents);
        alerts = List.copyOf(alerts);
    }

    /** One kind's line; how many of everything. */
    record Line(
            String ruleId,
            int planted,
            int found,
            int foundByOwnRule,
            int subtlePlanted,
            int subtleFound,
            long shown,
            long shownTrue,
            long closedByPapers) {}

    double explainedShare() {
        return share(accesses.explained(), accesses.legitimate());
    }

    double firstExplainedShare() {
        return share(accesses.firstExplained(), accesses.first());
    }

    double recall() {
        return share(count(this::isFound), incidents.size());
    }

    /** The same, when only an alert of the incident's own rule counts. */
    double recallByOwnRule() {
        return share(count(this::isFoundByOwnRule), incidents.size());
    }

    double recall(Variant variant) {
        return share(
                count(number -> incidents.get(number).variant() == variant && isFound(number)),
                count(number -> incidents.get(number).variant() == variant));
    }

    double precision() {
        return share(shown().filter(AlertStory::isTrue).count(), shown().count());
    }

    double alertsPerTenThousand() {
        return accesses.all() == 0 ? 0 : 10_000.0 * shown().count() / accesses.all();
    }

    /** Over all days together: of each day's alerts the first {@link #TOP} by risk, then by size. */
    double topPrecision() {
        Map<LocalDate, List<AlertStory>> byDay =
                shown().collect(Collectors.groupingBy(alert -> LocalDate.ofInstant(alert.opened(), zone)));
        List<AlertStory> tops = byDay.values().stream()
                .flatMap(day -> day.stream()
                        .sorted(Comparator.comparingInt(AlertStory::riskScore)
                                .thenComparingInt(AlertStory::eventCount)
                                .reversed()
                                .thenComparing(AlertStory::alertId))
                        .limit(TOP))
                .toList();
        return share(tops.stream().filter(AlertStory::isTrue).count(), tops.size());
    }

    /** From an incident's first access until the first alert of it was raised; in order; of those found. */
    List<Duration> delaysUntilRaised() {
        return delays(AlertStory::raised);
    }

    /** The same until the first alert of it opened. */
    List<Duration> delaysUntilOpened() {
        return delays(AlertStory::opened);
    }

    private List<Duration> delays(Function<AlertStory, Instant> when) {
        return IntStream.range(0, incidents.size())
                .mapToObj(number ->
                        of(number).map(when).min(Comparator.naturalOrder()).map(incidents.get(number)::until))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** The planted incidents that no alert tells of. */
    List<PlantedKind> missed() {
        return IntStream.range(0, incidents.size())
                .filter(number -> !isFound(number))
                .mapToObj(incidents::get)
                .toList();
    }

    /** A line for each kind that was planted or raised an alert, by its id. */
    List<Line> byKind() {
        TreeSet<String> kinds = new TreeSet<>();
        incidents.forEach(incident -> kinds.add(incident.ruleId()));
        alerts.forEach(alert -> kinds.add(alert.ruleId()));
        return kinds.stream().map(this::line).toList();
    }

    private Line line(String kind) {
        Predicate<Integer> planted = number -> incidents.get(number).ruleId().equals(kind);
        Predicate<Integer> subtle = planted.and(number -> incidents.get(number).variant() == Variant.SUBTLE);
        List<AlertStory> raised =
                alerts.stream().filter(alert -> alert.ruleId().equals(kind)).toList();
        return new Line(
                kind,
                count(planted),
                count(planted.and(this::isFound)),
                count(planted.and(this::isFoundByOwnRule)),
                count(subtle),
                count(subtle.and(this::isFound)),
                raised.stream().filter(AlertStory::isShown).count(),
                raised.stream()
                        .filter(AlertStory::isShown)
                        .filter(AlertStory::isTrue)
                        .count(),
                raised.stream().filter(alert -> !alert.isShown()).count());
    }

    private boolean isFound(int incident) {
        return of(incident).findAny().isPresent();
    }

    private boolean isFoundByOwnRule(int incident) {
        return of(incident)
                .anyMatch(alert -> alert.ruleId().equals(incidents.get(incident).ruleId()));
    }

    private Stream<AlertStory> of(int incident) {
        return shown().filter(alert -> alert.incidents().contains(incident));
    }

    private Stream<AlertStory> shown() {
        return alerts.stream().filter(AlertStory::isShown);
    }

    private int count(Predicate<Integer> wanted) {
        return (int) IntStream.range(0, incidents.size()).filter(wanted::test).count();
    }

    /** From 0 to 1; 1 of nothing. */
    static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
