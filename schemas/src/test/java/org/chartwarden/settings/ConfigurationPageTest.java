package org.chartwarden.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/configuration.md lists every setting with its default. When this fails, copy the expected lines there. */
class ConfigurationPageTest {

    @Test
    void shouldListEverySettingWithItsDefault() throws IOException {
        List<String> expected = Arrays.stream(Setting.values())
                .map(setting -> "| `" + setting.key() + "` | "
                        + setting.defaultValue().map(value -> "`" + value + "`").orElse("") + " | " + setting.meaning()
                        + " |")
                .toList();

        List<String> listed = Files.readAllLines(Path.of("../docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(listed).isEqualTo(expected);
    }
}
