package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideCommandTest {

    @TempDir
    private Path folder;

    @Test
    void shouldTakeTheWordsAsTheyAreTyped() {
        CommandLineRun run = CommandLineRun.of(
                folder, "decide", "a1", "--as", "documentation-gap", "--silence", "patient-department", "--by", "o1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("chartwarden: No Chartwarden runs in " + folder);
    }

    @Test
    void shouldRefuseADecisionThatThereIsNot() {
        CommandLineRun run = CommandLineRun.of(folder, "decide", "a1", "--as", "guilty", "--by", "o1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("'guilty' is none of appropriate, documentation-gap, self-access, violation-unintentional,"
                        + " violation-curiosity, violation-malicious, unsubstantiated, referred, duplicate");
    }

    @Test
    void shouldRefuseAScopeThatThereIsNot() {
        CommandLineRun run = CommandLineRun.of(
                folder, "decide", "a1", "--as", "appropriate", "--by", "o1", "--silence", "everything");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'everything' is none of pair, user, patient-department");
    }

    @Test
    void shouldRefuseASpanThatIsNone() {
        CommandLineRun run = CommandLineRun.of(
                folder, "decide", "a1", "--as", "appropriate", "--by", "o1", "--silence", "pair", "--for", "90 days");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'90 days' is not a duration such as P90D");
    }
}
