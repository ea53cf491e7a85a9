package org.chartwarden.producers.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.chartwarden.producers.LineFeed;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.HeldBackException;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTransferTest {

    private final MemoryOutput output = new MemoryOutput();
    private final List<String> heard = new ArrayList<>();
    private final TransferListener listener = new TransferListener() {
        @Override
        public void deadLettered(Origin origin, Refusal reason) {
            heard.add(origin + ": " + reason.getMessage());
        }
    };

    @TempDir
    private Path folder;

    @Test
    void shouldTellWhereRecordsWereRefused() throws Exception {
        FileTransfer transfer = transfer(IngestReport.NOTHING, listener);

        transfer.take(file("head\n1\nbad\nskip\n"), "a.txt");

        assertThat(transfer.acknowledged()).isEqualTo(new IngestReport(3, 1, 1, 1));
        assertThat(heard).containsExactly("a.txt, line 3: patient must be an id");
    }

    @Test
    void shouldGoOnBehindWhatWasAcknowledgedBefore() throws Exception {
        FileTransfer transfer = transfer(new IngestReport(2, 1, 1, 0), listener);

        transfer.take(file("head\n1\nbad\n2\nbad\n"), "a.txt");

        assertThat(transfer.acknowledged()).isEqualTo(new IngestReport(4, 2, 2, 0));
        assertThat(output.produced()).extracting(Outgoing::key).containsExactly("2");
        assertThat(heard).containsExactly("a.txt, line 5: patient must be an id");
    }

    @Test
    void shouldNotCountWhatComesAfterTheFirstRecordThatIsNotAcknowledged() throws Exception {
        CompletableFuture<Void> second = new CompletableFuture<>();
        FileTransfer transfer = transfer(IngestReport.NOTHING, new TransferListener() {
            @Override
            public void progress(long bytes, IngestReport acknowledged) {
                output.acknowledgeWith(
                        output.produced().size() == 1 ? second : CompletableFuture.completedFuture(null));
                if (output.produced().size() == 4) {
                    throw new CancellationException();
                }
            }
        });
        Path file = file("head\n1\n2\n3\n4\n5\n");

        assertThatThrownBy(() -> transfer.take(file, "a.txt")).isInstanceOf(CancellationException.class);

        assertThat(transfer.acknowledged()).isEqualTo(new IngestReport(1, 1, 0, 0));
        second.complete(null);
    }

    @Test
    void shouldNotTakeSnapshotThatCannotBeLookedThroughFirst() {
        ByteArrayInputStream once = new ByteArrayInputStream(Samples.utf8("closing\n1\n"));

        assertThatThrownBy(() -> transfer(IngestReport.NOTHING, listener).take(once, "standard input"))
                .isInstanceOf(IngestException.class)
                .hasMessage("A full snapshot is looked through before it is taken, which standard input does not"
                        + " allow: name its file");

        assertThat(output.produced()).isEmpty();
    }

    @Test
    void shouldHoldBackSnapshotThatBreaksOff() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(Samples.utf8("closing\n1\n2\n3\n"));
        }
        byte[] whole = compressed.toByteArray();
        Path file = Files.write(folder.resolve("a.gz"), Arrays.copyOf(whole, whole.length - 8));

        assertThatThrownBy(() -> transfer(IngestReport.NOTHING, listener).take(file, "a.gz"))
                .isInstanceOf(HeldBackException.class)
                .hasMessage("The compressed file is damaged or breaks off, and who is missing in it may only be cut"
                        + " off: deliver it again");

        assertThat(output.produced()).isEmpty();
    }

    @Test
    void shouldTakeEmptyFileThatHasNotEvenAHeader() throws Exception {
        Mapped feed = new Mapped(new LineFeed("lines", false));
        FileTransfer transfer =
                new FileTransfer(output.delivery(Samples.CLOCK), feed, IngestReport.NOTHING, TransferListener.NONE);

        transfer.take(file(""), "a.txt");

        assertThat(transfer.acknowledged()).isEqualTo(IngestReport.NOTHING);
        assertThatThrownBy(() -> transfer.take(file("\n1\n"), "a.txt")).isInstanceOf(Refusal.class);
    }

    @Test
    void shouldTakeTheTimeOfAFileFromTheFutureAsNow() throws Exception {
        Mapped feed = new Mapped(new LineFeed("lines", false));
        FileTransfer transfer =
                new FileTransfer(output.delivery(Samples.CLOCK), feed, IngestReport.NOTHING, TransferListener.NONE);
        Path file = file("head\n1\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(1_000))));
        Instant before = Instant.now();

        transfer.take(file, "a.txt");
        Files.setLastModifiedTime(file, FileTime.from(Samples.NOW));
        transfer.take(file, "a.txt");

        assertThat(feed.asked.get(0)).isBetween(before, Instant.now());
        assertThat(feed.asked.get(1)).isEqualTo(Samples.NOW);
    }

    @Test
    void shouldFailWhenClosingRecordIsNotAcknowledged() throws IOException {
        Path file = file("closing\n");
        output.acknowledgeWith(CompletableFuture.failedFuture(new TimeoutException("gone")));

        assertThatThrownBy(() -> transfer(IngestReport.NOTHING, listener).take(file, "a.txt"))
                .isInstanceOf(IngestException.class)
                .hasMessageStartingWith("Kafka did not acknowledge the record of a.txt, end (gone).");
    }

    @Test
    void shouldTellOfSeveralFilesAsOfOne() throws Exception {
        List<String> progress = new ArrayList<>();
        TransferListener all = new TransferListener() {
            @Override
            public void progress(long bytes, IngestReport acknowledged) {
                progress.add(bytes + " " + acknowledged.read());
            }
        };

        transfer(IngestReport.NOTHING, all.after(100, new IngestReport(7, 7, 0, 0)))
                .take(file("head\n1\n"), "a.txt");

        assertThat(progress).containsExactly("107 8", "107 8");
    }

    /** Needs a header, and remembers since when what it read holds. */
    private record Mapped(LineFeed lines, List<Instant> asked) implements Feed {

        Mapped(LineFeed lines) {
            this(lines, new ArrayList<>());
        }

        @Override
        public String name() {
            return lines.name();
        }

        @Override
        public RecordFile open(InputStream content) throws IOException {
            return lines.open(content);
        }

        @Override
        public RecordReader reader(byte[] header, Instant asOf) throws Refusal {
            asked.add(asOf);
            if (header.length == 0) {
                throw new Refusal("The file has no header");
            }
            return lines.reader(header, asOf);
        }
    }

    private FileTransfer transfer(IngestReport before, TransferListener told) {
        return new FileTransfer(output.delivery(Samples.CLOCK), new LineFeed("lines", false), before, told);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("a.txt"), content);
    }
}
