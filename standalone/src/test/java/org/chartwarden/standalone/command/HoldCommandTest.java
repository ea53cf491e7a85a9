package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Instruction;
import org.chartwarden.standalone.officer.HoldSubject;
import org.chartwarden.standalone.officer.HoldSubject.Kind;
import org.chartwarden.standalone.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldCommandTest {

    private static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--user", "--patient", "--alert"})
    void shouldTakeEachSubject(String option) {
        CommandLineRun run = CommandLineRun.of(folder, "hold", "add", option, "x1", "--by", "o1", "--note", "case 7");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("chartwarden: No Chartwarden runs in " + folder);
    }

    @Test
    void shouldRefuseTwoSubjectsAtOnce() {
        CommandLineRun run =
                CommandLineRun.of(folder, "hold", "release", "--user", "u1", "--patient", "p1", "--by", "o1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--user=ID, --patient=ID are mutually exclusive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "release"})
    void shouldRefuseAnOfficerWithoutAName(String order) {
        CommandLineRun run = CommandLineRun.of(folder, "hold", order, "--user", "u1", "--by", " ");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("The officer who orders it must be named.");
    }

    @Test
    void shouldGiveAndTakeBackTheSameInstruction() {
        HoldSubject subject = new HoldSubject(Kind.PATIENT, "p1");

        Instruction given = subject.instruction(true, "o1", "case 7", TIME);
        Instruction takenBack = subject.instruction(false, "o2", null, TIME.plusSeconds(1));

        assertThat(takenBack.getInstructionId()).isEqualTo(given.getInstructionId());
        assertThat(takenBack.getActive()).isFalse();
        assertThat(HoldSubject.of(given)).isEqualTo(subject);
        assertThat(new HoldSubject(Kind.USER, "p1")
                        .instruction(true, "o1", null, TIME)
                        .getInstructionId())
                .isNotEqualTo(given.getInstructionId());
    }

    @Test
    void shouldListWhatIsHeldAndByWhom() {
        StringWriter out = new StringWriter();

        HoldListCommand.print(
                List.of(
                        new HoldSubject(Kind.USER, "u1").instruction(true, "o1", "case 7", TIME),
                        new HoldSubject(Kind.ALERT, "a1").instruction(true, "o2", null, TIME)),
                new Terminal(new PrintWriter(out)));

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                2026-01-31T10:00:00Z  user u1  by o1  case 7
                2026-01-31T10:00:00Z  alert a1  by o2
                """);
    }
}
