package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one feed that were archived lately. A sender that pauses for long looks as if it had finished, and goes on
 * to write into the archive, where nobody would look again. Kept in a small file over a restart. Used by one thread.
 */
final class ArchivedFiles {

    /** For how long a sender may pause. */
    static final Duration WATCHED = Duration.ofHours(1);

    /** So many lines more than needed may the list have. */
    private static final int SLACK = 1_000;

    private final Path list;
    private final Map<Path, Archived> watched = new LinkedHashMap<>();
    private boolean loaded;
    private int lines;

    /**
     * A file in the archive.
     *
     * @param name what it was called in the inbox
     * @param content the SHA-256 of what was taken
     * @param since when it was archived
     */
    record Archived(Path file, String name, String content, long size, FileTime modified, Instant since) {

        private static final int PARTS = 6;

        String toLine() {
            return String.join(
                    " ", encoded(file.toString()), encoded(name), content, "" + size, "" + modified, "" + since);
        }

        /** @return empty when the process ended while it wrote the line */
        static Optional<Archived> of(String line) {
            String[] parts = line.split(" ");
            if (parts.length != PARTS) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Archived(
                        Path.of(decoded(parts[0])),
                        decoded(parts[1]),
                        parts[2],
                        Long.parseLong(parts[3]),
                        FileTime.from(Instant.parse(parts[4])),
                        Instant.parse(parts[5])));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        private Archived asOf(Fingerprint now) {
            return new Archived(file, name, content, now.size(), now.modified(), since);
        }
    }

    /** @param list where they are remembered; made when the first one is */
    ArchivedFiles(Path list) {
        this.list = list;
    }

    void add(Archived archived) throws IOException {
        watched.put(archived.file(), archived);
        if (++lines > 2 * watched.size() + SLACK) {
            rewrite();
        } else {
            String line = archived.toLine() + "\n";
            Files.writeString(list, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private void rewrite() throws IOException {
        Files.write(list, watched.values().stream().map(Archived::toLine).toList());
        lines = watched.size();
    }

    /** Those that have another content by now; they are told of until they are taken away. */
    List<Archived> changed(Instant now) throws IOException {
        load();
        watched.values().removeIf(archived -> archived.since().plus(WATCHED).isBefore(now));
        List<Archived> changed = new ArrayList<>();
        for (Archived archived : List.copyOf(watched.values())) {
            try {
                if (isChanged(archived)) {
                    changed.add(archived);
                }
            } catch (NoSuchFileException e) {
                watched.remove(archived.file()); // whoever owns the archive took it away
            }
        }
        return changed;
    }

    /** Goes on with what an earlier process remembered. */
    private void load() throws IOException {
        if (!loaded && Files.exists(list)) {
            Files.readAllLines(list).stream()
                    .map(Archived::of)
                    .flatMap(Optional::stream)
                    .forEach(archived -> watched.put(archived.file(), archived));
            rewrite();
        }
        loaded = true;
    }

    private boolean isChanged(Archived archived) throws IOException {
        Archived today = archived.asOf(Fingerprint.of(archived.file()));
        if (today.equals(archived)) {
            return false;
        }
        boolean changed = !Fingerprint.contentOf(archived.file()).equals(archived.content());
        if (!changed) {
            watched.put(archived.file(), today); // somebody touched it
        }
        return changed;
    }
}
