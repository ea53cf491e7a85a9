package org.chartwarden.standalone.score;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.chartwarden.producers.simulator.Variant;

/** The figures of the scorecard, in the order in which they are told. */
enum Figure {
    EXPLAINED("Legitimate accesses explained", "at least 98 %", percent(QualityScore::explainedShare)),
    FIRST_EXPLAINED("of these, first of a pair", "at least 90 %", percent(QualityScore::firstExplainedShare)),
    RECALL("Recall", "at least 95 %", percent(QualityScore::recall)),
    RECALL_BLATANT("of blatant incidents", "", percent(score -> score.recall(Variant.BLATANT))),
    RECALL_SUBTLE("of subtle incidents", "", percent(score -> score.recall(Variant.SUBTLE))),
    RECALL_OWN("by the kind's own rule", "", percent(QualityScore::recallByOwnRule)),
    PRECISION("Precision", "at least 70 %", percent(QualityScore::precision)),
    TOP_PRECISION("Precision among each day's first " + QualityScore.TOP, "", percent(QualityScore::topPrecision)),
    RATE("Alerts per 10,000 accesses", "at most 3", number(QualityScore::alertsPerTenThousand)),
    RAISED_MEDIAN("Delay until raised, median", "", time(score -> Percentile.of(score.delaysUntilRaised(), 50))),
    RAISED_LATE("Delay until raised, 90th percentile", "", time(score -> Percentile.of(score.delaysUntilRaised(), 90))),
    OPENED_MEDIAN("Delay until shown, median", "", time(score -> Percentile.of(score.delaysUntilOpened(), 50))),
    OPENED_LATE("Delay until shown, 90th percentile", "", time(score -> Percentile.of(score.delaysUntilOpened(), 90))),
    ACCESSES("Accesses", "", count(score -> score.accesses().all())),
    UNRECORDED(
            "Legitimate accesses that no record tells of",
            "",
            percent(score -> QualityScore.share(
                    score.accesses().unrecorded(), score.accesses().legitimate()))),
    INCIDENTS("Planted incidents", "", count(score -> score.incidents().size())),
    SHOWN(
            "Alerts shown",
            "",
            count(score -> score.alerts().stream().filter(AlertStory::isShown).count())),
    CLOSED(
            "Alerts that papers closed before",
            "",
            count(score ->
                    score.alerts().stream().filter(alert -> !alert.isShown()).count()));

    private final String title;
    private final String goal;
    private final Function<QualityScore, String> text;

    Figure(String title, String goal, Function<QualityScore, String> text) {
        this.title = title;
        this.goal = goal;
        this.text = text;
    }

    String title() {
        return title;
    }

    /** Empty when there is none. */
    String goal() {
        return goal;
    }

    String of(QualityScore score) {
        return text.apply(score);
    }

    private static Function<QualityScore, String> percent(ToDoubleFunction<QualityScore> share) {
        return score -> String.format(Locale.ROOT, "%.1f %%", 100 * share.applyAsDouble(score));
    }

    private static Function<QualityScore, String> number(ToDoubleFunction<QualityScore> value) {
        return score -> String.format(Locale.ROOT, "%.2f", value.applyAsDouble(score));
    }

    private static Function<QualityScore, String> count(ToDoubleFunction<QualityScore> value) {
        return score -> String.format(Locale.ROOT, "%,.0f", value.applyAsDouble(score));
    }

    private static Function<QualityScore, String> time(Function<QualityScore, Duration> value) {
        return score -> hours(value.apply(score));
    }

    private static String hours(Duration duration) {
        return String.format(Locale.ROOT, "%.1f h", duration.toMinutes() / 60.0);
    }
}
