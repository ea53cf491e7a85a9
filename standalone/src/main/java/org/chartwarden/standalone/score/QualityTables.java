package org.chartwarden.standalone.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwarden.producers.simulator.Cause;
import org.chartwarden.producers.simulator.Variant;
import org.chartwarden.standalone.score.QualityScore.Line;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.rule.RulePack;

/** The scorecard's tables in Markdown, which is also what the terminal shows. */
final class QualityTables {

    private QualityTables() {}

    /** A column for each hospital. */
    static List<String> figures(List<Measured> all) {
        List<String> lines = new ArrayList<>();
        lines.add(row(
                "figure", "goal", all.stream().map(each -> "seed " + each.plan().seed())));
        lines.add(row("---", "---", all.stream().map(each -> "---:")));
        for (Figure figure : Figure.values()) {
            lines.add(row(figure.title(), figure.goal(), all.stream().map(each -> figure.of(each.score()))));
        }
        return lines;
    }

    private static String row(String title, String goal, Stream<String> cells) {
        return Stream.concat(Stream.of(title, goal), cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A line for each rule, over all hospitals together. */
    static List<String> kinds(List<Measured> all) {
        List<String> lines = new ArrayList<>(List.of(
                "| kind | planted | found | by its own rule | subtle | of these found | alerts shown | of these true |"
                        + " closed by papers |",
                "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"));
        TreeSet<String> kinds =
                RulePack.builtIn().rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        for (String kind : kinds) {
            List<Line> found = all.stream()
                    .flatMap(each -> each.score().byKind().stream())
                    .filter(line -> line.ruleId().equals(kind))
                    .toList();
            lines.add("| `" + kind + "` | "
                    + Stream.<ToLongFunction<Line>>of(
                                    Line::planted,
                                    Line::found,
                                    Line::foundByOwnRule,
                                    Line::subtlePlanted,
                                    Line::subtleFound,
                                    Line::shown,
                                    Line::shownTrue,
                                    Line::closedByPapers)
                            .map(count -> Long.toString(
                                    found.stream().mapToLong(count).sum()))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        return lines;
    }

    /** Each incident that was missed, with the seeds of the hospitals in which it was. */
    static List<String> missed(List<Measured> all) {
        TreeMap<String, List<String>> seeds = new TreeMap<>();
        for (Measured each : all) {
            for (PlantedKind missed : each.score().missed()) {
                String what = "- `%s`, %s: %s. Its accesses: %s"
                        .formatted(
                                missed.ruleId(),
                                missed.variant() == Variant.SUBTLE ? "subtle" : "blatant",
                                missed.description(),
                                missed.accounted());
                seeds.computeIfAbsent(what, unknown -> new ArrayList<>())
                        .add(Long.toString(each.plan().seed()));
            }
        }
        return seeds.isEmpty()
                ? List.of("- Nothing.")
                : seeds.entrySet().stream()
                        .map(entry -> entry.getKey() + " (seed " + String.join(", ", entry.getValue()) + ").")
                        .toList();
    }

    /** What the false alerts of each rule rest on. */
    static List<String> accused(List<Measured> all) {
        TreeMap<String, Map<Cause, Long>> causes = all.stream()
                .flatMap(each -> each.score().alerts().stream())
                .filter(alert -> alert.isShown() && !alert.isTrue())
                .collect(Collectors.groupingBy(
                        AlertStory::ruleId,
                        TreeMap::new,
                        Collectors.groupingBy(
                                AlertStory::cause, () -> new EnumMap<>(Cause.class), Collectors.counting())));
        return causes.isEmpty()
                ? List.of("- Nothing.")
                : causes.entrySet().stream()
                        .map(entry -> "- `" + entry.getKey() + "`: "
                                + entry.getValue().entrySet().stream()
                                        .map(cause -> cause.getValue() + " " + words(cause.getKey()))
                                        .collect(Collectors.joining(", ")))
                        .toList();
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case RECORDED_WORK -> "work whose papers came too late or say too little";
            case UNRECORDED_WORK -> "work that no record tells of";
            case MISTAKE -> "wrong charts, closed at once";
            case SEARCH -> "searches";
            case LOOKALIKE -> "planted lookalikes";
            case INCIDENT -> "incidents";
        };
    }
}
