package org.chartwarden.standalone.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.chartwarden.standalone.StackException;
import org.chartwarden.standalone.process.ProcessFiles;

/**
 * The one folder that holds everything the embedded servers keep, locked by the process that uses it.
 *
 * <pre>
 * lock                    held while a Chartwarden runs here; its text is the process' number
 * chartwarden.properties  the settings of what runs here, with its addresses; present while it is up
 * ports.properties        the ports of the last run, taken again when they are free
 * rules/                  the site's own rules, read by the topology whenever they change
 * mappings/               the site's own mappings of delimited files
 * kafka/ registry/ elasticsearch/ mail/ streams/
 * logs/                   one log and one output file a process
 * locks/                  one file a child process, held while it lives
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {

    /** The folder of the site's own rules. */
    public static final String RULES = "rules";

    /** The folder of the site's own mappings. */
    public static final String MAPPINGS = "mappings";

    private static final String LOCK = "lock";
    private static final String LOCKS = "locks";
    private static final String LOGS = "logs";

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the folder where it is missing and locks it until {@link #close}.
     *
     * @throws StackException when it cannot be written, or another process uses it
     */
    public static DataDirectory open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            keepToOwner(root);
            Files.createDirectories(root.resolve(LOGS));
            Files.createDirectories(root.resolve(LOCKS));
            return new DataDirectory(root, lock(root));
        } catch (IOException e) {
            throw new StackException(
                    "The data directory " + root + " cannot be written (" + e
                            + "). Make it writable for this user, or choose another one.",
                    e);
        }
    }

    /**
     * Like {@link #open}, but throws away what is in the folder.
     *
     * @throws StackException when it is in use or cannot be written
     */
    public static DataDirectory openEmpty(Path folder) {
        DataDirectory directory = open(folder);
        try {
            directory.awaitPredecessors();
            directory.clear();
            return directory;
        } catch (IOException e) {
            directory.close();
            throw new StackException("The data directory " + directory.root + " cannot be emptied (" + e + ").", e);
        }
    }

    /**
     * Throws away what is in the folder but for logs, when nothing writes there any more.
     *
     * @throws StackException when it cannot be emptied
     */
    public void empty() {
        try {
            clear();
        } catch (IOException e) {
            throw new StackException("The data directory " + root + " cannot be emptied (" + e + ").", e);
        }
    }

    /** Children of a run that was killed stop by themselves, and write until then. */
    private void awaitPredecessors() throws IOException {
        try (Stream<Path> locks = Files.list(root.resolve(LOCKS))) {
            for (Path each : locks.toList()) {
                try (FileChannel channel = FileChannel.open(each, StandardOpenOption.WRITE)) {
                    channel.lock();
                }
            }
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                boolean kept = each.equals(root)
                        || each.equals(root.resolve(LOCK))
                        || each.startsWith(root.resolve(LOGS))
                        || each.startsWith(root.resolve(LOCKS));
                if (!kept) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Records, logs and mails are of patients: nobody else on this machine may read them. */
    private static void keepToOwner(Path root) throws IOException {
        if (Files.getFileStore(root).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        Path file = root.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new StackException("The data directory " + root + " is in use by process "
                    + Files.readString(file).strip() + ". Stop that process, or choose another data directory.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process holds it
        }
    }

    /** Whether a Chartwarden runs on this folder. What one that was killed left behind does not count. */
    public static boolean isInUse(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !tryLock(channel);
        } catch (IOException e) {
            throw new StackException("The lock " + file + " cannot be read (" + e + ").", e);
        }
    }

    /** The folder itself, absolute. */
    public Path root() {
        return root;
    }

    /** The folder of one server or service, created where it is missing. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StackException("The folder " + root.resolve(name) + " cannot be created (" + e + ").", e);
        }
    }

    /** Where a child process logs, prints and locks. */
    public ProcessFiles processFiles(String name) {
        Path logs = root.resolve(LOGS);
        return new ProcessFiles(
                logs.resolve(name + ".log"),
                logs.resolve(name + ".out"),
                root.resolve(LOCKS).resolve(name));
    }

    /** Where {@link Ports} remembers. */
    public static Path portsFile(Path folder) {
        return folder.resolve("ports.properties");
    }

    /** Unlocks the folder; what is in it stays. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StackException("The lock of " + root + " cannot be released (" + e + ").", e);
        }
    }
}
