package org.chartwarden.producers.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chartwarden.producers.LineFeed;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.SourceContext;
import org.chartwarden.service.Counters;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An inbox with a feed of accesses and one of context, and a broker behind it. */
abstract class InboxBench {

    final Broker broker = new Broker();
    final MeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    Path root;
    Inbox inbox;

    @BeforeEach
    void start() {
        root = folder.resolve("inbox");
        inbox = newInbox();
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    Inbox newInbox() {
        Map<String, Feed> feeds = new LinkedHashMap<>();
        feeds.put("access", new LineFeed("access", false));
        feeds.put("staff", new LineFeed("staff", true));
        Settings settings = Settings.of(Map.of(
                Setting.PRODUCERS_STATE_DIRECTORY.key(), folder.resolve("state").toString()));
        return InboxSource.inbox(
                new SourceContext(settings, Samples.CLOCK, broker, new Counters(meters), meters, feeds),
                new Folders(root));
    }

    /** Two looks find what is finished. */
    void looks() {
        inbox.look();
        inbox.look();
    }

    Path put(String name, String content) throws IOException {
        return put(name, content, Samples.NOW);
    }

    Path put(String name, String content, Instant modified) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.equals(".lock"))
                    .sorted()
                    .toList();
        }
    }

    Map<String, Long> counts(String feed) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (SourceCount count : SourceCount.values()) {
            long value = (long) meters.get(count.metric())
                    .tag("source", "inbox-" + feed)
                    .counter()
                    .count();
            if (value > 0) {
                counts.put(count.name(), value);
            }
        }
        return counts;
    }
}
