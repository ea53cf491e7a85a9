package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    private Path folder;

    @Test
    void shouldNameItsReports() {
        CommandLineRun run = CommandLineRun.of(folder, "report", "nonsense");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(Chartwarden.commandLine()
                        .getSubcommands()
                        .get("report")
                        .getSubcommands()
                        .keySet())
                .containsExactlyInAnyOrder("patient", "disclosures", "user", "alerts", "training", "evidence");
    }

    @Test
    void shouldNameTheFormatsThereAre() {
        CommandLineRun run = CommandLineRun.of(folder, "report", "alerts", "--format", "pdf,doc");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'doc' is none of pdf, csv");
    }

    @Test
    void shouldWantToKnowAboutWhom() {
        CommandLineRun run = CommandLineRun.of(folder, "report", "patient");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Missing required parameter: 'PATIENT-ID'");
    }

    @Test
    void shouldRefuseATimeThatEndsBeforeItBegins() throws IOException {
        CommandLineRun run =
                report("training", "--since", "2026-02-01", "--until", "2026-01-01", "--out", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("--since is 2026-02-01T00:00:00Z, but must be before --until, which is"
                        + " 2026-01-01T00:00:00Z");
    }

    @Test
    void shouldRefuseAFileAsFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        CommandLineRun run = report("alerts", "--out", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--out must be a folder, but " + file + " is none");
    }

    private CommandLineRun report(String... arguments) throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.properties"), "site.zone=UTC\n");
        String[] all = new String[arguments.length + 3];
        all[0] = "report";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--config";
        all[arguments.length + 2] = settings.toString();
        return CommandLineRun.of(folder, all);
    }
}
