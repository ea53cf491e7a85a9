package org.chartwarden.producers.poll;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.producers.poll.PollException.Scope;

/** Remembers a mark over restarts. The file is replaced as a whole: after a crash it is the old or the new one. */
final class MarkFile {

    private final Path file;

    MarkFile(Path directory, String type) {
        this.file = directory.resolve(type + ".mark");
    }

    /**
     * @return empty when there never was one
     * @throws PollException when there is one that cannot be read; to begin anew could miss what changed meanwhile
     */
    Optional<Mark> read() throws PollException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            Map<String, Instant> seen = new HashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                int end = line.indexOf(' ');
                seen.put(line.substring(end + 1), Instant.parse(line.substring(0, end)));
            }
            return Optional.of(new Mark(Instant.parse(lines.get(0)), seen));
        } catch (IOException | DateTimeException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new PollException(
                    Scope.TYPE,
                    "the file " + file + " cannot be read; its first line must be the instant from which to go on. When"
                            + " it is deleted, the poll begins anew",
                    e);
        }
    }

    void write(Mark mark) throws PollException {
        List<String> lines = new ArrayList<>();
        lines.add(mark.since().toString());
        mark.seen().forEach((key, changed) -> lines.add(changed + " " + key));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.getParent());
            Files.write(next, lines);
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new PollException(Scope.SERVER, "the file " + file + " could not be written (" + e + ")", e);
        }
    }
}
