package org.chartwarden.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chartwarden.sink.reconcile.Difference;

/** The first differences, to be printed, and in a file all of them, one a line. */
final class DifferenceList implements Consumer<Difference>, AutoCloseable {

    private static final int FIRST = 20;

    private final List<Difference> first = new ArrayList<>();
    private final Path file;
    private final PrintWriter writer;
    private long count;

    private DifferenceList(Path file, PrintWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Without a file. */
    static DifferenceList bounded() {
        return new DifferenceList(null, new PrintWriter(PrintWriter.nullWriter()));
    }

    /** @param file replaced when it is there */
    static DifferenceList into(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new DifferenceList(file, new PrintWriter(Files.newBufferedWriter(file)));
    }

    @Override
    public void accept(Difference difference) {
        count++;
        if (first.size() < FIRST) {
            first.add(difference);
        }
        writer.printf("%s%n", line(difference, "\t"));
    }

    static String line(Difference difference, String separator) {
        return String.join(
                separator,
                Words.typed(difference.finding()),
                Words.typed(difference.kind()),
                difference.id(),
                difference.time().toString(),
                difference.detail());
    }

    List<Difference> first() {
        return first;
    }

    long count() {
        return count;
    }

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        if (writer.checkError()) {
            throw new IOException("Not every id could be written to " + file + ".");
        }
    }
}
