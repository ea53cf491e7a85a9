package org.chartwarden.producers.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Remembers the files of one feed by their content: one small properties file for each, replaced in one step and on the
 * disk before the next step begins. Used by one thread.
 */
final class Journal {

    /** As long as care is kept, which is longer than any access is judged by. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final String SUFFIX = ".properties";

    private final Path folder;

    Journal(Path folder) {
        this.folder = folder;
    }

    /** What is remembered of a content. */
    Optional<JournalEntry> find(String content) throws IOException {
        Path file = file(content);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream input = Files.newInputStream(file)) {
            properties.load(input);
        }
        return JournalEntry.of(content, properties);
    }

    /** Remembers it, instead of what was remembered before. */
    void save(JournalEntry entry) throws IOException {
        Files.createDirectories(folder);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        entry.toProperties().store(text, null);
        Path file = file(entry.content());
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    void forget(String content) throws IOException {
        Files.deleteIfExists(file(content));
    }

    /** Forgets every other file: what is said again after something else was said is news again. */
    void forgetAllBut(String content) throws IOException {
        for (Path file : files()) {
            if (!file.equals(file(content))) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Forgets what has not changed for {@link #KEPT}, so that the folder does not grow for ever. */
    void forgetOld(Instant now) throws IOException {
        Instant oldest = now.minus(KEPT);
        for (Path file : files()) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Path file(String content) {
        return folder.resolve(content + SUFFIX);
    }
}
