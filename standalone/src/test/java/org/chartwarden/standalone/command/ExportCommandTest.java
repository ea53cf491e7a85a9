package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private Path folder;

    @Test
    void shouldNameWhatCanBeExportedAsItIsTyped() {
        CommandLineRun run = CommandLineRun.of(folder, "export", "foo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'foo' is none of accesses, alerts");
    }

    @Test
    void shouldTakeADay() {
        CommandLineRun run = CommandLineRun.of(folder, "export", "alerts", "--since", "2026-11-22");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("chartwarden: No Chartwarden runs in " + folder);
    }
}
