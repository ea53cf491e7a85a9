package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages tell people to type is understood as it stands there. */
class DocumentedCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./chartwarden +([^#\\n]+)");

    @ParameterizedTest
    @MethodSource("commands")
    void shouldUnderstandWhatThePagesTellToType(String command) {
        assertThatCode(() -> Chartwarden.commandLine().parseArgs(command.strip().split(" +")))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldFindTheCommandsInThePages() throws IOException {
        assertThat(commands()).contains("demo").anyMatch(command -> command.startsWith("rules backtest "));
    }

    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Path.of("../docs"))) {
            for (Path page : Stream.concat(pages, Stream.of(Path.of("../README.md")))
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                COMMAND.matcher(Files.readString(page))
                        .results()
                        .map(result -> result.group(1).strip())
                        .forEach(commands::add);
            }
        }
        return commands;
    }
}
