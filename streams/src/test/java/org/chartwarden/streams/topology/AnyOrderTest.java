package org.chartwarden.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.streams.topology.Told.explainedLater;
import static org.chartwarden.streams.topology.Told.unexplained;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.streams.rule.RulePack;
import org.chartwarden.streams.rule.SampleRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same facts in any order end in the same alerts, but for how often they were revised on the way. */
class AnyOrderTest {

    /** In Berlin, so that stories lie on both days. */
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-03-02T22:20:00Z");

    @TempDir
    private Path state;

    @TempDir
    private Path other;

    @TempDir
    private Path third;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldEndInTheSameAlerts(long seed) {
        List<List<ExplainedAccess>> stories = stories();
        RulePack rules = SampleRules.pack(SampleRules.VIP, SampleRules.MANY, SampleRules.CROWD);

        Map<String, Alert> inOrder = outcome(
                state, rules, stories.stream().flatMap(Collection::stream).toList());
        Map<String, Alert> shuffled = outcome(other, rules, shuffled(stories, new Random(seed)));

        assertThat(inOrder).hasSizeGreaterThan(4);
        assertThat(shuffled).isEqualTo(inOrder);
    }

    @Test
    void shouldNotDependOnWhenTheExplanationCame() {
        RulePack rules = SampleRules.pack(SampleRules.MANY);
        ExplainedAccess explained = opened(2, "u1", "p2");

        Map<String, Alert> early = outcome(
                state,
                rules,
                List.of(explained, explainedLater(explained), opened(1, "u1", "p1"), opened(3, "u1", "p3")));
        Map<String, Alert> late = outcome(
                other,
                rules,
                List.of(opened(1, "u1", "p1"), opened(3, "u1", "p3"), explained, explainedLater(explained)));

        assertThat(early).isEmpty();
        assertThat(late).isEmpty();
    }

    /**
     * What had made the threshold fire weighs nothing once it has fallen below; the others' findings still do. On each of
     * four days thirteen charts are opened, and for five of them there is paperwork later.
     */
    @ParameterizedTest
    @CsvSource({"10, ''", "1, accumulated-risk record-numbers-in-sequence"})
    void shouldAddUpNoFindingsThatFell(int apart, String standing) {
        RulePack rules = RulePack.builtIn();
        List<ExplainedAccess> seen = new ArrayList<>();
        List<ExplainedAccess> paperwork = new ArrayList<>();
        for (int day = 1; day <= 4; day++) {
            for (int n = 1; n <= 13; n++) {
                ExplainedAccess access = opened(day * 1440 + 120 + n * 3, "u1", "q" + (day * 1000 + n * apart));
                seen.add(access);
                if (n <= 5) {
                    paperwork.add(explainedLater(access));
                }
            }
        }

        Map<String, Alert> whileOpen = outcome(state, rules, seen);
        Map<String, Alert> late = outcome(
                other, rules, Stream.of(seen, paperwork).flatMap(List::stream).toList());
        Map<String, Alert> early = outcome(third, rules, alternately(seen, paperwork));

        assertThat(whileOpen.values()).extracting(Alert::getRuleId).contains("accumulated-risk");
        assertThat(late.values().stream()
                        .map(Alert::getRuleId)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(standing);
        assertThat(late).isEqualTo(early);
    }

    /** Each access, and for some of them their next revision. */
    private static List<List<ExplainedAccess>> stories() {
        List<List<ExplainedAccess>> stories = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            ExplainedAccess access = opened(n * 7 % 90, "u" + n % 3, "p" + n % 5);
            stories.add(n % 4 == 0 ? List.of(access, explainedLater(access)) : List.of(access));
        }
        return stories;
    }

    /** Each access, and its paperwork at once, where there is any. */
    private static List<ExplainedAccess> alternately(List<ExplainedAccess> seen, List<ExplainedAccess> paperwork) {
        Map<String, ExplainedAccess> later = paperwork.stream()
                .collect(Collectors.toMap(access -> access.getAccess().getEventId(), access -> access));
        return seen.stream()
                .flatMap(access -> Stream.concat(
                        Stream.of(access),
                        Stream.ofNullable(later.get(access.getAccess().getEventId()))))
                .toList();
    }

    /** Each story keeps its own order. */
    private static List<ExplainedAccess> shuffled(List<List<ExplainedAccess>> stories, Random random) {
        List<List<ExplainedAccess>> left = new ArrayList<>();
        stories.forEach(story -> left.add(new ArrayList<>(story)));
        List<ExplainedAccess> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            Collections.shuffle(left, random);
            shuffled.add(left.get(0).remove(0));
            left.removeIf(List::isEmpty);
        }
        return shuffled;
    }

    /** What stands in the end, as it is told, without its number of revisions. */
    private static Map<String, Alert> outcome(Path state, RulePack rules, List<ExplainedAccess> facts) {
        Map<String, Alert> newest = new TreeMap<>();
        try (Courtroom court = new Courtroom(state, rules)) {
            court.hear(facts.toArray(ExplainedAccess[]::new));
            court.alerts().forEach(alert -> newest.put(alert.getAlertId(), alert));
        }
        newest.values().removeIf(alert -> alert.getStatus() == AlertStatus.EXPLAINED);
        newest.replaceAll((id, alert) -> Alert.newBuilder(alert).setRevision(1).build());
        return newest;
    }

    private static ExplainedAccess opened(int minute, String userId, String patientId) {
        return unexplained(
                        "%s-%s-%02d".formatted(userId, patientId, minute),
                        userId,
                        patientId,
                        BEFORE_MIDNIGHT.plus(Duration.ofMinutes(minute)))
                .setPatientVip(patientId.equals("p1"))
                .build();
    }
}
