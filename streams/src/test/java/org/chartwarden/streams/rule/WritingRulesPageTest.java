package org.chartwarden.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cel.common.types.ListType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/writing-rules.md against the code. */
class WritingRulesPageTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final String page;

    WritingRulesPageTest() throws IOException {
        page = Files.readString(Path.of("../docs/writing-rules.md"));
    }

    @TestFactory
    Stream<DynamicTest> shouldLoadEachFileOfThePage(@TempDir Path folder) {
        List<String> files =
                YAML.matcher(page).results().map(found -> found.group(1)).toList();

        assertThat(files).hasSizeGreaterThanOrEqualTo(7);
        return files.stream()
                .map(file -> dynamicTest(file.lines().findFirst().orElseThrow(), () -> load(folder, file)));
    }

    private static void load(Path folder, String file) throws IOException {
        Path written = Files.writeString(folder.resolve("page.yaml"), file);

        assertThat(RulePack.load(Optional.of(folder)).rules()).isNotEmpty();

        Files.delete(written);
    }

    @Test
    void shouldListEveryVariable() {
        List<String> rows = Variable.all().stream()
                .map(variable -> "| `%s` | %s | %s | %s |"
                        .formatted(variable.word(), type(variable), variable.meaning(), ordinary(variable)))
                .toList();

        assertThat(rowsBelow("| variable |")).containsExactlyElementsOf(rows);
    }

    @Test
    void shouldListEveryPlaceholder() {
        List<String> words = rowsBelow("| placeholder |").stream()
                .map(row -> row.replaceFirst("^\\| `([^`]+)`.*", "$1"))
                .toList();

        assertThat(words)
                .containsExactlyElementsOf(Stream.of(ReasonTemplate.Placeholder.values())
                        .map(ReasonTemplate.Placeholder::toString)
                        .toList());
    }

    private static String type(Variable variable) {
        return variable.type() instanceof ListType
                ? "list of string"
                : variable.type().name();
    }

    private static String ordinary(Variable variable) {
        if (variable.derived()) {
            return "follows";
        }
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
