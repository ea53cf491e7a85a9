package org.chartwarden.standalone.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the line of a dead process' files that most likely says why. */
final class LastError {

    /** Enough for a long stack trace; a whole log is never read. */
    private static final int TAIL_BYTES = 64 * 1024;

    private LastError() {}

    /** The last error that was logged, else the last line that was printed, with the file that has more. */
    static String of(ProcessFiles files) {
        try {
            Optional<String> logged = lastLine(files.log(), line -> line.contains(" ERROR "));
            if (logged.isPresent()) {
                return "last error: " + logged.get() + " (more in " + files.log() + ")";
            }
            return lastLine(files.output(), line -> !line.isBlank())
                    .map(line -> "last output: " + line + " (more in " + files.output() + ")")
                    .orElse("it left no error; see " + files.log());
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    private static Optional<String> lastLine(Path file, Predicate<String> wanted) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = tail(file).lines().filter(wanted).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1).strip());
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, reader.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (reader.length() - start)];
            reader.seek(start);
            reader.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
