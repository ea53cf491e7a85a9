package org.chartwarden.sink.chain.verify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings together what both sides say of each document, in little memory: entries go to one of many files by the digest of
 * their group, and each file is looked at by itself. Holds ids and digests, no contents.
 */
final class Ledger implements AutoCloseable {

    /** So that of fifty million documents some hundred thousand are in memory at once. */
    private static final int FILES = 256;

    private static final int BUFFER = 1 << 12;

    private final Path folder;
    private final DataOutputStream[] out = new DataOutputStream[FILES];

    private Ledger(Path folder) {
        this.folder = folder;
    }

    /** In a new folder, which nobody else may read and which is deleted at the end. */
    static Ledger open() throws IOException {
        Ledger ledger = new Ledger(Files.createTempDirectory("chartwarden-verify"));
        for (int i = 0; i < FILES; i++) {
            ledger.out[i] =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(ledger.file(i)), BUFFER));
        }
        return ledger;
    }

    private Path file(int number) {
        return folder.resolve(Integer.toString(number));
    }

    /** @throws UncheckedIOException when there is no room left */
    void add(Entry entry) {
        try {
            entry.write(out[Math.floorMod(entry.group().hashCode(), FILES)]);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for what is compared in " + folder, e);
        }
    }

    /** To be called once, when everything was added: hands over the entries of each group. */
    void forEachGroup(Consumer<List<Entry>> group) throws IOException {
        for (int i = 0; i < FILES; i++) {
            out[i].close();
            groups(file(i)).forEach(group);
        }
    }

    private static Collection<List<Entry>> groups(Path file) throws IOException {
        Map<String, List<Entry>> groups = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                Entry entry = Entry.read(in);
                groups.computeIfAbsent(entry.group(), key -> new ArrayList<>(2)).add(entry);
            }
        } catch (EOFException e) {
            return groups.values(); // entries are written whole
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < FILES; i++) {
            if (out[i] != null) {
                out[i].close();
            }
            Files.deleteIfExists(file(i));
        }
        Files.delete(folder);
    }
}
