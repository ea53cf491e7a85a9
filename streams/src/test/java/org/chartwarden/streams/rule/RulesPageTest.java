package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds docs/rules.md against the code. */
class RulesPageTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final String page;

    RulesPageTest() throws IOException {
        page = Files.readString(Path.of("../docs/rules.md"));
    }

    @TestFactory
    Stream<DynamicTest> shouldLoadEachRuleOfThePage() {
        List<String> blocks =
                YAML.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(blocks).hasSize(2);
        return blocks.stream()
                .map(block -> dynamicTest(
                        block.lines().findFirst().orElseThrow(),
                        () -> assertThat(RulePack.of("page", block).rules()).hasSize(1)));
    }

    @Test
    void shouldListEveryBuiltInRule() {
        List<String> rows = RulePack.builtIn().rules().stream()
                .map(rule -> "| `%s` | %s | %s |"
                        .formatted(
                                rule.id(),
                                rule.consequence().severity().name().toLowerCase(Locale.ROOT),
                                rule.identity().meaning()))
                .toList();

        assertThat(rowsBelow("| rule |")).containsExactlyElementsOf(rows);
    }

    @Test
    void shouldListEveryVariable() {
        List<String> rows = Arrays.stream(Variable.values())
                .map(variable -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                variable.word(),
                                variable.type().name() + elements(variable),
                                variable.meaning(),
                                ordinary(variable)))
                .toList();

        List<String> listed = rowsBelow("| variable |");

        assertThat(listed.subList(0, listed.size() - 1)).containsExactlyElementsOf(rows);
        assertThat(listed.get(listed.size() - 1)).startsWith("| `" + Facts.OPENED + "` | bool |");
    }

    private static String elements(Variable variable) {
        return variable.ordinary() instanceof List ? " of string" : "";
    }

    private static String ordinary(Variable variable) {
        String text =
                variable.ordinary() instanceof List ? "" : variable.ordinary().toString();
        return text.isEmpty() ? "empty" : text;
    }

    private List<String> rowsBelow(String header) {
        return page.lines()
                .dropWhile(line -> !line.startsWith(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
