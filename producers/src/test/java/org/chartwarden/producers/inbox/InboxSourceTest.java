package org.chartwarden.producers.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.chartwarden.producers.LineFeed;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordOutput;
import org.chartwarden.producers.source.Source;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxSourceTest {

    private final Broker broker = new Broker();

    @TempDir
    private Path folder;

    @Test
    void shouldStayClosedWithoutFolder() {
        assertThat(InboxSource.start(context(Map.of(), broker))).isEmpty();
    }

    @Test
    void shouldTakeCompressedFileFromTheFolderOfItsFeed() throws IOException {
        try (Source inbox = start(broker)) {
            deliver("a.gz", gzip("head\n1\n2\n"));

            await().until(() -> Files.exists(folder.resolve("inbox/archive/access")));
            assertThat(broker.stored()).containsExactly("1", "2");
            assertThat(inbox.name()).isEqualTo("inbox");
            assertThat(inbox.problem()).isEmpty();
        }
    }

    @Test
    void shouldTakeDamagedFileUpToWhereItBreaksOff() throws IOException {
        byte[] whole = gzip("head\n1\n2\n");
        try (Source inbox = start(broker)) {
            deliver("a.gz", Arrays.copyOf(whole, whole.length - 6));

            await().until(() -> Files.exists(folder.resolve("inbox/archive/access")));
            assertThat(broker.stored()).containsExactly("1", "2", "dead letter of inbox/access/a.gz, end");
            assertThat(inbox.problem()).isEmpty();
        }
    }

    @Test
    void shouldSendEachRecordAndFewTwiceWhenStoppedInsideLongFile() throws IOException {
        int lines = 400_000;
        Path draft = folder.resolve("draft");
        try (BufferedWriter writer = Files.newBufferedWriter(draft)) {
            writer.write("head\n");
            for (int line = 0; line < lines; line++) {
                writer.write(line + "\n");
            }
        }
        Counting counting = new Counting();
        Source first = start(counting);
        Files.move(draft, folder.resolve("inbox/access/long.txt"), StandardCopyOption.ATOMIC_MOVE);
        await().pollInterval(Duration.ofMillis(2)).until(() -> counting.sent.get() > 1_000);
        first.close();
        assertThat(counting.sent).hasValueLessThan(lines);

        try (Source second = start(counting)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(folder.resolve("inbox/archive/access")));
            assertThat(second.problem()).isEmpty();
        }

        assertThat(counting.keys).hasSize(lines);
        assertThat(counting.sent).hasValueBetween(lines, lines + 10_000);
    }

    @Test
    void shouldRefuseFolderThatCannotBeMade() throws IOException {
        Files.writeString(folder.resolve("inbox"), "a file");

        assertThatThrownBy(() -> start(broker))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("inbox.directory or producers.state.directory cannot be prepared (");
    }

    private Source start(RecordOutput output) {
        Map<String, String> settings = Map.of(
                Setting.INBOX_DIRECTORY.key(),
                folder.resolve("inbox").toString(),
                Setting.INBOX_INTERVAL.key(),
                "PT0.02S");
        List<Source> sources = InboxSource.start(context(settings, output));
        assertThat(sources).hasSize(1);
        return sources.get(0);
    }

    private SourceContext context(Map<String, String> settings, RecordOutput output) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(Setting.PRODUCERS_STATE_DIRECTORY.key(), folder.resolve("state").toString());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Map<String, Feed> feeds = Map.of("access", new LineFeed("access", false));
        return new SourceContext(Settings.of(all), Clock.systemUTC(), output, new Counters(meters), meters, feeds);
    }

    private void deliver(String name, byte[] content) throws IOException {
        Files.write(folder.resolve("inbox/access").resolve(name), content);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(Samples.utf8(text));
        }
        return compressed.toByteArray();
    }

    /** Counts, and acknowledges at once. */
    private static final class Counting implements RecordOutput {

        private final AtomicLong sent = new AtomicLong();
        private final HashSet<String> keys = new HashSet<>();

        @Override
        public CompletableFuture<Void> send(Outgoing<?> record, Origin origin, String source) {
            sent.incrementAndGet();
            keys.add(record.key());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
