package org.chartwarden.producers.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.TimeoutException;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.fhir.AuditEventReader;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

    private final MemoryOutput output = new MemoryOutput();
    private final Ingest ingest = new Ingest(
            output,
            output.delivery(Samples.CLOCK),
            FhirFeed.all(Samples.CLOCK, ZoneOffset.UTC).stream().collect(Collectors.toMap(Feed::name, feed -> feed)));

    @TempDir
    private Path folder;

    @Test
    void shouldReadFolderInOrderOfPathsWithoutHiddenFiles() throws IOException {
        write("b.ndjson", patient("2") + patient("3"));
        write("a/c.json", patient("1"));
        write("a/.partial", patient("9"));
        write(".hidden/d.json", patient("9"));

        IngestReport report = ingest.context(folder);

        assertThat(report).isEqualTo(new IngestReport(3, 3, 0, 0));
        assertThat(output.produced()).extracting(Outgoing::key).containsExactly("1", "2", "3");
    }

    @Test
    void shouldCountWhatIsNotNeeded() throws IOException {
        Path file = write("all.ndjson", patient("1") + "{\"resourceType\":\"Location\",\"id\":\"x\"}\nbroken\n");

        IngestReport report = ingest.context(file);

        assertThat(report).isEqualTo(new IngestReport(3, 1, 1, 1));
    }

    @Test
    void shouldFailWhenKafkaDoesNotAcknowledge() throws IOException {
        Path file = write("audit.ndjson", Samples.small("a") + "\n" + Samples.small("b"));
        output.acknowledgeWith(CompletableFuture.failedFuture(new TimeoutException("30000 ms have passed")));

        assertThatThrownBy(() -> ingest.audit(file))
                .isInstanceOf(IngestException.class)
                .hasMessage("Kafka did not acknowledge the record of " + file
                        + ", line 1 (30000 ms have passed). Read the input again: what has arrived is recognised as"
                        + " duplicate");
    }

    @Test
    void shouldFailWhenAcknowledgementFailsLater() {
        CompletableFuture<Void> later = new CompletableFuture<>();
        output.acknowledgeWith(later);
        Tally tally = new Tally(IngestReport.NOTHING);
        Origin origin = new Origin("a.json", "line 1");
        tally.add(
                output.delivery(Samples.CLOCK)
                        .deliver(new AuditEventReader(Samples.CLOCK), Samples.utf8(Samples.small("a")), origin),
                origin);
        assertThat(tally.acknowledged()).isEqualTo(IngestReport.NOTHING);

        later.completeExceptionally(new TimeoutException("gone"));

        assertThatThrownBy(tally::settle).isInstanceOf(IngestException.class).hasMessageContaining("(gone)");
    }

    private static String patient(String id) {
        return "{\"resourceType\":\"Patient\",\"id\":\"%s\"}%n".formatted(id);
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
