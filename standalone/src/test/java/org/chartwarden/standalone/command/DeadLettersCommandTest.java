package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chartwarden.deadletter.DeadLetters;
import org.chartwarden.deadletter.DeadLetters.Reading;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.deadletter.LetterBox;
import org.chartwarden.standalone.deadletter.LetterFilter;
import org.chartwarden.standalone.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest {

    static {
        TrustedClasses.ensure();
    }

    private final DeadLetter letter = new DeadLetters(
                    Stage.PRODUCERS, Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC))
            .ofRecord(
                    "audit.csv",
                    "row 7",
                    "time is missing",
                    utf8("secret"),
                    new Reading("access-log", utf8("TIME;USER"), Instant.parse("2026-03-01T06:00:00Z")));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(out));

    @Test
    void shouldListWithoutContent() {
        DeadLettersListCommand.print(
                new LetterBox(visitor -> visitor.accept(letter)).list(LetterFilter.EVERYTHING), terminal);

        assertThat(out.toString().lines())
                .containsExactly(
                        letter.getDeadLetterId() + "  2026-03-02T12:00:00Z  producers  access-log  6 bytes",
                        "    audit.csv, row 7",
                        "    time is missing",
                        "",
                        "1 dead letter, by reason:",
                        "         1  time is missing");
    }

    @Test
    void shouldSayThatNoneWaits() {
        DeadLettersListCommand.print(List.of(), terminal);

        assertThat(out).hasToString("No dead letter waits." + System.lineSeparator());
    }

    @Test
    void shouldShowWithoutContent() {
        DeadLettersShowCommand.print(letter, terminal);

        assertThat(out.toString().lines())
                .containsExactly(
                        "id         " + letter.getDeadLetterId(),
                        "given up   2026-03-02T12:00:00Z by producers",
                        "source     audit.csv",
                        "position   row 7",
                        "feed       access-log",
                        "reason     time is missing",
                        "bytes      6",
                        "header     9 bytes, which replay reads it with",
                        "as of      2026-03-01T06:00:00Z, which replay reads it with",
                        "replayed   no");
    }

    @Test
    void shouldWriteTheContentToANewFileOfItsReader() throws IOException {
        Path file = folder.resolve("raw");

        DeadLettersShowCommand.writeFile(letter.getRaw(), file);

        assertThat(file).hasContent("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> DeadLettersShowCommand.writeFile(letter.getRaw(), file))
                .isInstanceOf(StackException.class)
                .hasMessage("The file " + file + " is there already: name a new one. Nothing is written.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "replay | Name the letters' ids, or --all with or without filters; not both",
                "replay a --all | Name the letters' ids, or --all with or without filters; not both",
                "replay a --feed f | Filters go with --all, not with ids",
                "replay a b --file x | --file stands for the content of one letter: name its id alone",
                "replay --all --file x | --file stands for the content of one letter: name its id alone",
                "replay a --file does-not-exist | There is no readable file does-not-exist",
                "list --stage nowhere | 'nowhere' is none of producers, streams, sink"
            })
    void shouldRefuseWhatIsNotClear(String command, String problem) {
        CommandLineRun run = CommandLineRun.of(folder, ("dead-letters " + command).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\r\n"})
    void shouldRefuseAnEmptyCorrection(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("corrected.csv"), content);

        CommandLineRun run = CommandLineRun.of(folder, "dead-letters", "replay", "a", "--file", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("The file " + file + " is empty: it must hold the corrected record");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
