package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder for one process, until that process ends in whatever way. Used by one thread at a time. */
final class FolderLock implements AutoCloseable {

    private final Path file;
    private FileChannel held;

    FolderLock(Path folder) {
        this.file = folder.resolve(".lock");
    }

    /** Whether the folder is kept now, by this call or an earlier one. */
    boolean hold() throws IOException {
        if (held != null) {
            return true;
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isFree(channel)) {
            held = channel;
            return true;
        }
        channel.close();
        return false;
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by another part of this process
        }
    }

    @Override
    public void close() throws IOException {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
