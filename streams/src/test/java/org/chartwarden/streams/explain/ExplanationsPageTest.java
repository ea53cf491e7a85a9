package org.chartwarden.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/explanations.md against the code. */
class ExplanationsPageTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\| ([0-9.]+) \\|", Pattern.MULTILINE);

    private final String page;
    private final String builtIn;

    ExplanationsPageTest() throws IOException {
        page = Files.readString(Path.of("../docs/explanations.md"));
        builtIn = Files.readString(Path.of("src/main/resources/explanations.yaml"));
    }

    @Test
    void shouldShowTheBuiltInValuesAndAnExampleThatLoads() {
        List<String> blocks =
                YAML.matcher(page).results().map(found -> found.group(1)).toList();

        assertThat(blocks).hasSize(2);
        assertThat(ExplanationReader.of("page", blocks.get(0))).isNotEqualTo(ExplanationConfig.builtIn());
        assertThat(blocks.get(1)).isEqualTo(builtIn);
    }

    @Test
    void shouldListEveryFamilyWithItsStrength() {
        List<String> listed = ROW.matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(Family.values())
                        .map(family -> family.word() + " " + strength(family))
                        .toList());
    }

    private String strength(Family family) {
        return Pattern.compile(family.word() + ":\\s+\\{?strength: ([0-9.]+)")
                .matcher(builtIn)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
