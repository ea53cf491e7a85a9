package org.chartwarden.streams.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chartwarden.streams.text.Words;

/** Writes docs/rules.md from the rule files, by the families of {@code rules/pack.txt}. */
final class RulesPage {

    static final Path FILE = Path.of("../docs/rules.md");

    private static final List<String> DETECTION = List.of(
            "subject",
            "where",
            "steps",
            "value",
            "among",
            "weight",
            "once",
            "count",
            "distinct",
            "run",
            "per",
            "except",
            "moreThan",
            "within",
            "baseline",
            "learning",
            "forget",
            "halfLife");

    private static final String BEGIN = """
            # Rules

            What Chartwarden looks for, and what to do when it finds it. This page is written from the rule files in
            `streams/src/main/resources/rules/`; [writing-rules.md](writing-rules.md) says how a site adds rules of its own and
            changes these.

            An access is explained first ([explanations.md](explanations.md)): most rules look only at what is left. An alert of
            a rule with a grace is provisional for so long; when paperwork that arrives meanwhile accounts for the accesses,
            the alert closes itself, and nobody is mailed. "Opened" means that a chart, or a part of it, was shown or exported:
            neither a list of search results nor a refused attempt opens a record.
            """;

    private final StringBuilder page = new StringBuilder(BEGIN);
    private final Map<String, List<Rule>> families;

    private RulesPage(Map<String, List<Rule>> families) {
        this.families = families;
    }

    /** The page as it should be. */
    static String text() {
        RulesPage rulesPage = new RulesPage(families());
        rulesPage.families.forEach(rulesPage::overview);
        rulesPage.families.values().stream().flatMap(List::stream).forEach(rulesPage::rule);
        return rulesPage.page.toString();
    }

    private static Map<String, List<Rule>> families() {
        Map<String, Rule> rules =
                RulePack.builtIn().rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        Map<String, List<Rule>> families = new LinkedHashMap<>();
        String family = "";
        for (String line : packLines()) {
            if (line.startsWith("#")) {
                family = line.substring(1).strip();
                families.put(family, new ArrayList<>());
            } else if (!line.isBlank()) {
                families.get(family).add(rules.get(line.replace(".yaml", "")));
            }
        }
        return families;
    }

    private static List<String> packLines() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/rules/pack.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void overview(String family, List<Rule> rules) {
        line("");
        line("## " + family);
        line("");
        line("| rule | severity | meaning |");
        line("| --- | --- | --- |");
        rules.forEach(rule -> line("| [`%s`](#%s) | %s | %s |"
                .formatted(rule.id(), rule.id(), severity(rule), rule.identity().meaning())));
    }

    private void rule(Rule rule) {
        line("");
        line("## " + rule.id());
        line("");
        line("**%s.** %s".formatted(rule.identity().name(), rule.identity().meaning()));
        line("");
        line("%s %s".formatted(consequence(rule), grace(rule.grace())));
        detection(rule);
        line("");
        line("The alert says: *%s*".formatted(rule.consequence().reason().text()));
        numbered(rule.guide().investigate());
        bullets("Innocent, and what would explain it:", rule.guide().falsePositives());
        bullets("References:", rule.guide().references());
    }

    private static String consequence(Rule rule) {
        Rule.Consequence consequence = rule.consequence();
        String same = consequence.grouping().by().stream()
                .map(by -> by.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        return "Severity %s (%d), version %d, kind `%s`. %s. Hits with the same %s within %s are one alert."
                .formatted(
                        severity(rule),
                        consequence.riskScore(),
                        rule.version(),
                        rule.detection().kind(),
                        consequence.mails() ? "Mailed" : "Not mailed",
                        same,
                        Words.of(consequence.grouping().span()));
    }

    private static String grace(Duration grace) {
        return grace.isZero() ? "No grace: opens at once." : "Grace for late paperwork: %s.".formatted(Words.of(grace));
    }

    private void detection(Rule rule) {
        line("");
        line("```yaml");
        DETECTION.forEach(key -> block(rule.source(), key).forEach(this::line));
        line("```");
        if (!rule.parameters().isEmpty()) {
            bullets(
                    "Parameters:",
                    rule.parameters().stream()
                            .map(parameter -> "`%s` = `%s`: %s"
                                    .formatted(parameter.name(), parameter.value(), parameter.meaning()))
                            .toList());
        }
    }

    /** A key of the file and what belongs to it: the lines below that are indented. */
    private static List<String> block(String source, String key) {
        List<String> below =
                source.lines().dropWhile(line -> !line.startsWith(key + ":")).toList();
        List<String> block = new ArrayList<>(below.stream().limit(1).toList());
        below.stream().skip(1).takeWhile(line -> line.startsWith(" ")).forEach(block::add);
        return block;
    }

    private void numbered(List<String> steps) {
        line("");
        line("To investigate:");
        line("");
        IntStream.range(0, steps.size()).forEach(index -> line("%d. %s".formatted(index + 1, steps.get(index))));
    }

    private void bullets(String title, List<String> items) {
        line("");
        line(title);
        line("");
        items.forEach(item -> line("- " + item));
    }

    private static String severity(Rule rule) {
        return rule.consequence().severity().name().toLowerCase(Locale.ROOT);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
