package org.chartwarden.streams.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A copy of the site's rules as they were accepted last, so that a mistake in the site's folder switches nothing off: not
 * even when the service is restarted before it is mended.
 */
final class AcceptedRules {

    private final Path folder;

    AcceptedRules(Path folder) {
        this.folder = folder;
    }

    /** Where the copy is; empty when nothing was accepted yet. */
    Optional<Path> folder() {
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }

    /**
     * Replaces the copy.
     *
     * @param content by path in the site's folder
     */
    void keep(Map<Path, String> content) {
        Path next = folder.resolveSibling(folder.getFileName() + ".next");
        try {
            delete(next);
            Files.createDirectories(next);
            for (Map.Entry<Path, String> file : content.entrySet()) {
                Files.writeString(next.resolve(file.getKey().getFileName()), file.getValue());
            }
            delete(folder);
            Files.move(next, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The accepted rules cannot be kept in " + folder, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
