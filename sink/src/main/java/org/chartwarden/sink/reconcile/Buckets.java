package org.chartwarden.sink.reconcile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The entries of both sides on disk, divided by id, so that one part after the other fits into memory: a hash join. A
 * temporary folder that only its owner can read, and that is deleted at the end.
 */
final class Buckets implements AutoCloseable {

    /** 50 million documents on each side make 200,000 a bucket. Twice that was joined in a heap of 192 MB. */
    private static final int COUNT = 256;

    private static final int BUFFER_BYTES = 16 << 10;

    private final Path folder;
    private final List<DataOutputStream> files = new ArrayList<>();

    private Buckets(Path folder) {
        this.folder = folder;
    }

    /** @param parent where the temporary folder is made; needs some 80 bytes a document and side */
    static Buckets in(Path parent) throws IOException {
        Buckets buckets = new Buckets(Files.createTempDirectory(parent, "chartwarden-reconcile-"));
        for (int number = 0; number < COUNT; number++) {
            buckets.files.add(new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(buckets.file(number)), BUFFER_BYTES)));
        }
        return buckets;
    }

    private Path file(int number) {
        return folder.resolve(Integer.toString(number));
    }

    void add(Entry entry) throws IOException {
        int hash = entry.kind().group(entry.id()).hashCode();
        entry.write(files.get(Math.floorMod(hash, COUNT)));
    }

    /** One after the other, each with all documents of whatever group it has any of. No more can be added then. */
    void forEach(Consumer<List<Entry>> bucket) throws IOException {
        for (int number = 0; number < COUNT; number++) {
            files.get(number).close();
            bucket.accept(read(file(number)));
        }
    }

    private static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                entries.add(Entry.read(in));
            }
        } catch (EOFException e) {
            return entries; // all were read
        }
    }

    @Override
    public void close() throws IOException {
        for (int number = 0; number < files.size(); number++) {
            files.get(number).close();
            Files.deleteIfExists(file(number));
        }
        Files.delete(folder);
    }
}
