package org.chartwarden.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.IntStream;
import org.chartwarden.sink.reconcile.Compared;
import org.chartwarden.sink.reconcile.Difference;
import org.chartwarden.sink.reconcile.Finding;
import org.chartwarden.sink.reconcile.Tally;
import org.chartwarden.standalone.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcilePrinterTest {

    private static final Instant TIME = Instant.parse("2026-01-31T10:20:00Z");

    private final Tally tally = new Tally();
    private final DifferenceList differences = DifferenceList.bounded();

    @Test
    void shouldSayThatBothAgree() {
        tally.add(Compared.ACCESSES, TIME, Finding.IN_KAFKA);
        tally.add(Compared.ACCESSES, TIME, Finding.IN_ELASTICSEARCH);

        assertThat(print(false))
                .contains("audit.access         accesses                     1             1         0         0")
                .doesNotContain("Hours", "On one side")
                .endsWith("Kafka and Elasticsearch agree: nothing is missing, extra, of another revision or twice.\n");
    }

    @Test
    void shouldPrintTheHoursThatDifferAndTheFirstIds() {
        tally.add(Compared.ACCESSES, TIME.plusSeconds(3600), Finding.IN_KAFKA);
        IntStream.range(0, 25).forEach(number -> {
            tally.add(Compared.ACCESSES, TIME, Finding.IN_KAFKA);
            tally.add(Compared.ACCESSES, TIME, Finding.MISSING);
            differences.accept(difference("e" + number));
        });
        tally.add(Compared.ACCESSES, TIME, Finding.REFUSED);

        assertThat(print(false))
                .contains("2026-01-31T10:00Z    accesses                    25             0        25")
                .doesNotContain("2026-01-31T11:00Z")
                .contains("            1  in Kafka only: Elasticsearch refused them, they are dead letters")
                .contains("25 differences:\n"
                        + "  missing  accesses  e0  2026-01-31T10:20:00Z  it is in audit.access partition 1 offset 7\n")
                .endsWith("  and 5 more: --ids FILE writes them all\n");
    }

    @Test
    void shouldPrintEveryHourWhenAsked() {
        tally.add(Compared.ALERTS, TIME, Finding.IN_ELASTICSEARCH);

        assertThat(print(true)).contains("By hour", "2026-01-31T10:00Z    alerts ");
    }

    @Test
    void shouldWriteEveryIdIntoAFileThatOnlyItsOwnerReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ids.tsv");

        try (DifferenceList list = DifferenceList.into(file)) {
            list.accept(difference("e1"));
        }

        assertThat(Files.readString(file))
                .isEqualTo("missing\taccesses\te1\t2026-01-31T10:20:00Z\tit is in audit.access partition 1 offset 7\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldNotOverwriteAFile(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("ids.tsv"));

        CommandLineRun run = CommandLineRun.of(folder, "reconcile", "--ids", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(file + " is there already: --ids needs a new file.");
    }

    private static Difference difference(String id) {
        return new Difference(
                Compared.ACCESSES, Finding.MISSING, id, TIME, "it is in audit.access partition 1 offset 7");
    }

    private String print(boolean everyHour) {
        StringWriter out = new StringWriter();
        new ReconcilePrinter(new Terminal(new PrintWriter(out)), everyHour).print(tally, differences);
        return out.toString();
    }
}
