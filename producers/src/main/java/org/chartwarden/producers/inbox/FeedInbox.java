package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.chartwarden.producers.inbox.ArchivedFiles.Archived;
import org.chartwarden.producers.inbox.JournalEntry.State;
import org.chartwarden.producers.inbox.WaitingFiles.Finished;
import org.chartwarden.producers.ingest.FileTransfer;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.HeldBackException;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One feed's folder: takes its finished files, one after another. Used by one thread. */
final class FeedInbox {

    private static final Logger LOG = LoggerFactory.getLogger(FeedInbox.class);

    private final Feed feed;
    private final Delivery delivery;
    private final Folders folders;
    private final Journal journal;
    private final WaitingFiles waiting;
    private final ArchivedFiles archived;
    private final Clock clock;
    private final Map<String, Instant> late = new TreeMap<>();

    /**
     * @param state where is remembered what was taken
     * @param clock in the site's zone, by whose months the archive is sorted
     */
    FeedInbox(Feed feed, Delivery delivery, Folders folders, Path state, Clock clock) {
        this.feed = feed;
        this.delivery = delivery;
        this.folders = folders;
        this.journal = new Journal(state.resolve(feed.name()));
        this.archived = new ArchivedFiles(state.resolve(feed.name() + ".archived"));
        this.waiting = new WaitingFiles(clock);
        this.clock = clock;
        delivery.meter().lag(waiting::behind);
    }

    /** The files that are finished, the oldest first. */
    List<Finished> look() throws IOException {
        return waiting.look(folders.waiting(feed.name()));
    }

    void forgetOld() throws IOException {
        journal.forgetOld(clock.instant());
    }

    /**
     * Has the files taken again whose senders went on to write after a pause.
     *
     * @return one sentence for each of the last hour
     */
    List<String> putBackChanged() throws IOException {
        for (Archived changed : archived.changed(clock.instant())) {
            folders.putBack(feed.name(), changed.file(), changed.name(), changed.content());
            late.put(changed.name(), clock.instant());
            LOG.warn("file was written to after it had been taken: name={} feed={}", changed.name(), feed.name());
        }
        late.values().removeIf(since -> since.plus(ArchivedFiles.WATCHED).isBefore(clock.instant()));
        return late.keySet().stream()
                .map(name -> ("%s was written to after it had been taken, so the whole of it is taken again; its sender"
                                + " should write under a name that begins with a dot, and rename")
                        .formatted(folders.of(feed.name()).resolve(name)))
                .toList();
    }

    /**
     * Takes a file, or leaves it when it changes meanwhile.
     *
     * @param stopped whether to end where it is, to go on another time
     * @throws org.chartwarden.producers.ingest.IngestException when Kafka does not answer; the file stays
     */
    void take(Finished finished, BooleanSupplier stopped) throws IOException {
        String content = Fingerprint.contentOf(finished.file());
        if (isUnchanged(finished)) {
            Optional<JournalEntry> known = journal.find(content);
            IngestReport report = known.map(JournalEntry::report).orElse(IngestReport.NOTHING);
            switch (known.map(JournalEntry::state).orElse(State.BEGUN)) {
                case BEGUN -> transfer(finished, content, report, stopped);
                case DELIVERED -> archive(finished, content, report);
                case ARCHIVED -> countDuplicate(finished, content, report);
            }
        }
    }

    private static boolean isUnchanged(Finished finished) throws IOException {
        return Fingerprint.of(finished.file()).equals(finished.fingerprint());
    }

    private void transfer(Finished finished, String content, IngestReport before, BooleanSupplier stopped)
            throws IOException {
        Path file = finished.file();
        Bookkeeping bookkeeping =
                new Bookkeeping(before, report -> write(file, content, State.BEGUN, report), stopped, System::nanoTime);
        FileTransfer transfer = new FileTransfer(delivery, feed, before, bookkeeping);
        try {
            transfer.take(file, "inbox/" + feed.name() + "/" + file.getFileName());
        } catch (Refusal refusal) {
            setAside(Folders.REFUSED, file, content, refusal);
            return;
        } catch (HeldBackException held) {
            setAside(Folders.HELD, file, content, held);
            return;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            bookkeeping.write(transfer.acknowledged());
            throw e;
        }
        if (isUnchanged(finished)) {
            write(file, content, State.DELIVERED, transfer.acknowledged());
            archive(finished, content, transfer.acknowledged());
        } else {
            journal.forget(content); // more was written to it: the whole file is another content, and taken as such
        }
    }

    private void archive(Finished finished, String content, IngestReport report) throws IOException {
        Path file = finished.file();
        move(finished, content);
        write(file, content, State.ARCHIVED, report);
        if (feed.isContext()) {
            journal.forgetAllBut(content);
        }
        LOG.info(
                "file taken: name={} feed={} read={} produced={} deadLettered={} ignored={}",
                file.getFileName(),
                feed.name(),
                report.read(),
                report.produced(),
                report.deadLettered(),
                report.ignored());
    }

    private void move(Finished finished, String content) throws IOException {
        Path file = finished.file();
        Fingerprint taken = finished.fingerprint();
        Path moved = folders.archive(feed.name(), file, content, YearMonth.now(clock));
        waiting.gone(file);
        String name = file.getFileName().toString();
        archived.add(new Archived(moved, name, content, taken.size(), taken.modified(), clock.instant()));
    }

    private void countDuplicate(Finished finished, String content, IngestReport report) throws IOException {
        delivery.meter().add(SourceCount.RECEIVED, report.read());
        delivery.meter().add(SourceCount.DUPLICATE, report.read());
        move(finished, content);
        LOG.info(
                "file taken before: name={} feed={} read={}",
                finished.file().getFileName(),
                feed.name(),
                report.read());
    }

    private void setAside(String place, Path file, String content, Exception reason) throws IOException {
        journal.forget(content);
        folders.setAside(place, feed.name(), file, content, reason.getMessage());
        waiting.gone(file);
        LOG.warn("file set aside: name={} feed={} place={}", file.getFileName(), feed.name(), place);
    }

    private void write(Path file, String content, State state, IngestReport report) throws IOException {
        journal.save(new JournalEntry(content, file.getFileName().toString(), state, report, clock.instant()));
    }
}
