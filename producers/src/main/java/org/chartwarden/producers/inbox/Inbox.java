package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.chartwarden.producers.inbox.WaitingFiles.Finished;
import org.chartwarden.producers.ingest.IngestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All feeds' folders, looked at from time to time by one thread; asked for problems and stopped by any. */
final class Inbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Folders folders;
    private final Set<String> names;
    private final List<FeedInbox> feeds;
    private final List<FolderLock> locks;
    private volatile List<String> problems = List.of();
    private volatile boolean stopped;

    /**
     * @param names of all feeds
     * @param feeds in the order in which they are taken
     * @param state where the journal lies
     */
    Inbox(Folders folders, Set<String> names, List<FeedInbox> feeds, Path state) {
        this.folders = folders;
        this.names = Set.copyOf(names);
        this.feeds = List.copyOf(feeds);
        this.locks = List.of(new FolderLock(folders.root()), new FolderLock(state));
    }

    /** Takes what is finished. Never fails: what goes wrong is told by {@link #problems} and tried again. */
    void look() {
        List<String> found = new ArrayList<>();
        try {
            if (hold()) {
                for (FeedInbox feed : feeds) {
                    putBackChanged(feed, found);
                }
                for (FeedInbox feed : feeds) {
                    take(feed, found);
                }
                found.addAll(folders.complaints(names));
            } else {
                found.add("another process works on " + folders.root() + "; this one waits until that ends");
            }
        } catch (IOException e) {
            found.add("cannot be looked at (" + e + ")");
        } catch (IngestException e) {
            found.add(e.problem() + "; it goes on from there by itself");
        } catch (CancellationException e) {
            LOG.info("inbox stopped inside a file; the next start goes on from there");
        } finally {
            problems = List.copyOf(found);
        }
    }

    private boolean hold() throws IOException {
        for (FolderLock lock : locks) {
            if (!lock.hold()) {
                return false;
            }
        }
        return true;
    }

    private static void putBackChanged(FeedInbox feed, List<String> found) {
        try {
            found.addAll(feed.putBackChanged());
        } catch (IOException e) {
            found.add("cannot look whether an archived file was written to since (" + e + ")");
        }
    }

    private void take(FeedInbox feed, List<String> found) throws IOException {
        for (Finished finished : feed.look()) {
            try {
                if (!stopped) {
                    feed.take(finished, () -> stopped);
                }
            } catch (NoSuchFileException e) {
                LOG.info("file taken away by another: name={}", finished.file().getFileName());
            } catch (IOException e) {
                found.add("%s cannot be taken (%s); it is tried again".formatted(finished.file(), e));
            } catch (IngestException | CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("file cannot be taken: name={}", finished.file().getFileName(), e);
                found.add("%s cannot be taken (%s, see the log); it is tried again"
                        .formatted(finished.file(), e.getClass().getSimpleName()));
            }
        }
    }

    /** What is wrong, one sentence each, as the last look found it. */
    List<String> problems() {
        return problems;
    }

    /** Has a look that is under way end soon, and those after it do nothing. */
    void stop() {
        stopped = true;
    }

    /** Gives the folder free for another process; only when no look is under way. */
    @Override
    public void close() {
        for (FolderLock lock : locks) {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.warn("lock could not be given back; it ends with this process", e);
            }
        }
    }
}
