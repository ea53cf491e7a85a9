package org.chartwarden.standalone.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwarden.producers.simulator.Cause;
import org.chartwarden.producers.simulator.Variant;
import org.chartwarden.standalone.score.QualityScore.Line;
import org.junit.jupiter.api.Test;

class QualityScoreTest {

    private static final Instant NINE = Instant.parse("2026-02-02T09:00:00Z");

    @Test
    void shouldCountSharesOfAccesses() {
        QualityScore score = new QualityScore(
                new AccessCounts(20_000, 1_000, 985, 200, 190, 30),
                List.of(),
                List.of(shown("a", "vip", 47)),
                ZoneOffset.UTC);

        assertThat(score.explainedShare()).isEqualTo(0.985);
        assertThat(score.firstExplainedShare()).isEqualTo(0.95);
        assertThat(score.alertsPerTenThousand()).isEqualTo(0.5);
    }

    @Test
    void shouldFindAnIncidentByWhicheverRule() {
        QualityScore score = score(
                List.of(blatant("vip"), subtle("vip"), subtle("neighbour"), blatant("neighbour")),
                List.of(
                        shown("a", "vip", 73, 0),
                        shown("b", "serial", 73, 2),
                        closed("c", "vip", 1),
                        shown("d", "crowd", 73)));

        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.recallByOwnRule()).isEqualTo(0.25);
        assertThat(score.recall(Variant.BLATANT)).isEqualTo(0.5);
        assertThat(score.recall(Variant.SUBTLE)).isEqualTo(0.5);
        assertThat(score.missed()).containsExactly(subtle("vip"), blatant("neighbour"));
    }

    @Test
    void shouldCountOnlyShownAlertsForPrecision() {
        QualityScore score = score(
                List.of(blatant("vip")),
                List.of(shown("a", "vip", 73, 0), shown("b", "vip", 73), shown("c", "vip", 73), closed("d", "vip")));

        assertThat(score.precision()).isEqualTo(1 / 3.0);
    }

    @Test
    void shouldRankEachDaysAlertsByRiskThenBySize() {
        List<AlertStory> alerts = new ArrayList<>();
        for (int number = 0; number < 49; number++) {
            alerts.add(shown("true" + number, "vip", 73, 0));
        }
        alerts.add(alert("small", 47, 1, NINE));
        alerts.add(alert("large", 47, 2, NINE, 0));
        alerts.add(alert("next day", 21, 1, NINE.plus(Duration.ofDays(1))));

        QualityScore score = score(List.of(blatant("vip")), alerts);

        assertThat(score.topPrecision()).isEqualTo(50 / 51.0);
    }

    @Test
    void shouldDivideDaysAtTheSitesMidnight() {
        Instant elevenInLondon = Instant.parse("2026-02-02T23:30:00Z");
        List<AlertStory> alerts = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            alerts.add(alert("true" + number, 73, 1, NINE, 0));
        }
        alerts.add(alert("false", 21, 1, elevenInLondon));

        assertThat(new QualityScore(none(), List.of(blatant("vip")), alerts, ZoneOffset.UTC).topPrecision())
                .isEqualTo(1);
        assertThat(new QualityScore(none(), List.of(blatant("vip")), alerts, ZoneId.of("Europe/Vienna")).topPrecision())
                .isEqualTo(50 / 51.0);
    }

    @Test
    void shouldMeasureTheDelayUntilTheFirstAlertOfAnIncident() {
        AlertStory later = new AlertStory(
                "b", "vip", 73, 1, Set.of(0), Cause.INCIDENT, NINE.plusSeconds(100), NINE.plusSeconds(200));
        AlertStory earlier = new AlertStory(
                "a", "vip", 73, 1, Set.of(0), Cause.INCIDENT, NINE.plusSeconds(60), NINE.plusSeconds(400));

        QualityScore score = score(List.of(blatant("vip"), blatant("crowd")), List.of(later, earlier));

        assertThat(score.delaysUntilRaised()).containsExactly(Duration.ofSeconds(60));
        assertThat(score.delaysUntilOpened()).containsExactly(Duration.ofSeconds(200));
    }

    @Test
    void shouldHaveALineForEachKindPlantedOrRaised() {
        QualityScore score = score(
                List.of(blatant("vip"), subtle("vip"), blatant("crowd")),
                List.of(shown("a", "vip", 73, 0), shown("b", "serial", 73, 0, 1), closed("c", "serial")));

        assertThat(score.byKind())
                .containsExactly(
                        new Line("crowd", 1, 0, 0, 0, 0, 0, 0, 0),
                        new Line("serial", 0, 0, 0, 0, 0, 1, 1, 1),
                        new Line("vip", 2, 2, 1, 1, 1, 1, 1, 0));
    }

    @Test
    void shouldTakeThePercentileByNearestRank() {
        List<Duration> ten = new ArrayList<>();
        for (int hours = 1; hours <= 10; hours++) {
            ten.add(Duration.ofHours(hours));
        }

        assertThat(Percentile.of(ten, 50)).isEqualTo(Duration.ofHours(5));
        assertThat(Percentile.of(ten, 90)).isEqualTo(Duration.ofHours(9));
        assertThat(Percentile.of(ten.subList(0, 1), 90)).isEqualTo(Duration.ofHours(1));
        assertThat(Percentile.of(List.of(), 90)).isEqualTo(Duration.ZERO);
    }

    private static QualityScore score(List<PlantedKind> incidents, List<AlertStory> alerts) {
        return new QualityScore(none(), incidents, alerts, ZoneOffset.UTC);
    }

    private static AccessCounts none() {
        return new AccessCounts(0, 0, 0, 0, 0, 0);
    }

    private static PlantedKind blatant(String ruleId) {
        return new PlantedKind(ruleId, Variant.BLATANT, NINE, "what happened", "1 unexplained");
    }

    private static PlantedKind subtle(String ruleId) {
        return new PlantedKind(ruleId, Variant.SUBTLE, NINE, "what happened", "1 unexplained");
    }

    private static AlertStory shown(String id, String ruleId, int risk, Integer... incidents) {
        return new AlertStory(id, ruleId, risk, 1, Set.of(incidents), Cause.UNRECORDED_WORK, NINE, NINE);
    }

    private static AlertStory closed(String id, String ruleId, Integer... incidents) {
        return new AlertStory(id, ruleId, 47, 1, Set.of(incidents), Cause.RECORDED_WORK, NINE, null);
    }

    private static AlertStory alert(String id, int risk, int events, Instant opened, Integer... incidents) {
        return new AlertStory(id, "vip", risk, events, Set.of(incidents), Cause.UNRECORDED_WORK, NINE, opened);
    }
}
