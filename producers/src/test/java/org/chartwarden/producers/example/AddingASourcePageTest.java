package org.chartwarden.producers.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddingASourcePageTest {

    private static final Path PAGE = Path.of("..", "docs", "adding-a-source.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "org", "chartwarden", "producers", "example");

    @ParameterizedTest
    @ValueSource(strings = {"ViewerLogReader", "ViewerLogFeed", "ViewerLogSource"})
    void shouldShowTheCodeThatIsCompiled(String type) throws IOException {
        String source = Files.readString(SOURCES.resolve(type + ".java"));

        assertThat(Files.readString(PAGE)).contains("```java\n" + shown(source) + "```");
    }

    /** Without package and imports. */
    static String shown(String source) {
        return source.substring(source.indexOf("/** "));
    }
}
