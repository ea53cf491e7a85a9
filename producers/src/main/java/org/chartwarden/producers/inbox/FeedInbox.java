package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    private final Clock clock;

    /** @param clock in the site's zone, by whose months the archive is sorted */
    FeedInbox(Feed feed, Delivery delivery, Folders folders, Journal journal, Clock clock) {
        this.feed = feed;
        this.delivery = delivery;
        this.folders = folders;
        this.journal = journal;
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
                case DELIVERED -> archive(finished.file(), content, report);
                case ARCHIVED -> countDuplicate(finished.file(), content, report);
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
            archive(file, content, transfer.acknowledged());
        } else {
            journal.forget(content); // more was written to it: the whole file is another content, and taken as such
        }
    }

    private void archive(Path file, String content, IngestReport report) throws IOException {
        folders.archive(feed.name(), file, content, YearMonth.now(clock));
        write(file, content, State.ARCHIVED, report);
        if (feed.isContext()) {
            journal.forgetAllBut(content);
        }
        waiting.gone(file);
        LOG.info(
                "file taken: name={} feed={} read={} produced={} deadLettered={} ignored={}",
                file.getFileName(),
                feed.name(),
                report.read(),
                report.produced(),
                report.deadLettered(),
                report.ignored());
    }

    private void countDuplicate(Path file, String content, IngestReport report) throws IOException {
        delivery.meter().add(SourceCount.RECEIVED, report.read());
        delivery.meter().add(SourceCount.DUPLICATE, report.read());
        folders.archive(feed.name(), file, content, YearMonth.now(clock));
        waiting.gone(file);
        LOG.info("file taken before: name={} feed={} read={}", file.getFileName(), feed.name(), report.read());
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
