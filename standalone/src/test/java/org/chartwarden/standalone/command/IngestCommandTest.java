package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {

    private static final String PATIENT = """
            {"resourceType":"Patient","id":"pat-1","name":[{"family":"Name"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldShowHowFileWouldBeReadWithoutAnythingRunning() throws IOException {
        Path file = write(PATIENT + "{\"resourceType\":\"Location\",\"id\":\"l\"}\nbroken\nbroken\n");

        CommandLineRun run = CommandLineRun.of(
                folder.resolve("data"), "ingest", "--as", "fhir-context", "--dry-run", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(file + ", line 1 -> ehr.patients\n  patientId          pat-1\n")
                .contains("\nNothing was sent. Of 4 records 1 would be taken, 2 refused; 1 are not needed\n"
                        + "Would be refused:\n  2: ")
                .endsWith("     at " + file + ", line 3; " + file + ", line 4\n");
    }

    @Test
    void shouldReadByTheSitesOwnMappingWithoutAnythingRunning() throws IOException {
        Path data = folder.resolve("data");
        Path mappings = Files.createDirectories(data.resolve("site/mappings"));
        Files.writeString(mappings.resolve("visitors.yaml"), """
                name: visitors
                kind: watch-list
                list: visitors
                requires: [MRN]
                fields:
                  patientId: MRN
                  code: {column: CODE, default: VIP}
                """);

        CommandLineRun run = CommandLineRun.of(
                data,
                "ingest",
                "--as",
                "visitors",
                "--dry-run",
                write("MRN\np1\n").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Of 1 records 1 would be taken");
    }

    @Test
    void shouldShowAsManyRowsAsAsked() throws IOException {
        Path file = write(PATIENT.repeat(5));

        CommandLineRun run =
                CommandLineRun.of(folder.resolve("data"), "context", "--dry-run", "--rows", "2", file.toString());

        assertThat(run.out().lines().filter(line -> line.endsWith("-> ehr.patients")))
                .hasSize(2);
        assertThat(run.out()).contains("Of 5 records 5 would be taken");
    }

    @Test
    void shouldFailDryRunWhenAllWouldBeRefused() throws IOException {
        Path file = write(PATIENT);

        CommandLineRun run = CommandLineRun.of(folder.resolve("data"), "ingest", "--dry-run", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("Nothing was sent. Of 1 records 0 would be taken, 1 refused; 0 are not needed\n");
    }

    @Test
    void shouldNameTheFeedsWhenThereIsNoSuchFeed() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                folder.resolve("data"),
                "ingest",
                "--as",
                "fihr",
                "--dry-run",
                write(PATIENT).toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("chartwarden: There is no feed \"fihr\"; the feeds are ")
                .contains("fhir-audit, fhir-context");
    }

    @Test
    void shouldRefuseFileThatIsNotThere() {
        CommandLineRun run = CommandLineRun.of(folder.resolve("data"), "ingest", "--dry-run", folder + "/none");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("chartwarden: There is no readable file or folder \"" + folder + "/none\"");
    }

    @Test
    void shouldNeedKafkaWithoutDryRun() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                folder.resolve("data"), "ingest", write(PATIENT).toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("chartwarden: No Chartwarden runs in ");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("file.ndjson"), content);
    }
}
