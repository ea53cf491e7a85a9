package org.chartwarden.producers.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.chartwarden.producers.file.CountingInput;
import org.chartwarden.producers.file.SourceInput;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Delivery.Delivered;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.HeldBackException;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;

/**
 * Takes one file's records to Kafka, from its beginning or from where an earlier attempt stopped, to its end: returns
 * when everything is acknowledged. Whatever it throws, {@link #acknowledged} then is the place to go on from. For one
 * file, and used by one thread.
 */
public final class FileTransfer {

    private final Delivery delivery;
    private final Feed feed;
    private final IngestReport before;
    private final TransferListener listener;
    private final Tally tally;
    private long cut;

    /** @param before what an earlier attempt had acknowledged; {@link IngestReport#NOTHING} for a new file */
    public FileTransfer(Delivery delivery, Feed feed, IngestReport before, TransferListener listener) {
        this.delivery = delivery;
        this.feed = feed;
        this.before = before;
        this.listener = listener;
        this.tally = new Tally(before);
    }

    /**
     * Takes a file.
     *
     * @param name for dead letters and headers
     * @throws IOException when it could not be read to its end
     * @throws Refusal when its header cannot be used; nothing was sent
     * @throws HeldBackException when it would do harm; nothing was sent
     * @throws IngestException when Kafka did not acknowledge everything
     */
    public void take(Path file, String name) throws IOException, Refusal, HeldBackException {
        Instant asOf = written(file);
        List<Outgoing<?>> closing;
        try (SecondLook look = new SecondLook(feed, () -> Files.newInputStream(file))) {
            closing = inspect(look, asOf);
        }
        try (InputStream raw = Files.newInputStream(file)) {
            take(raw, name, asOf, closing);
        }
    }

    /** A sender's clock may be ahead, and what holds from a time to come on could not be corrected until then. */
    private static Instant written(Path file) throws IOException {
        Instant now = Instant.now();
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        return modified.isAfter(now) ? now : modified;
    }

    /** The same for what can be read only once, so that a snapshot, which must be looked through first, is not taken. */
    public void take(InputStream raw, String name) throws IOException, Refusal, HeldBackException {
        Instant asOf = Instant.now();
        try (SecondLook none = new SecondLook(feed, FileTransfer::readOnce)) {
            take(raw, name, asOf, inspect(none, asOf));
        }
    }

    private static InputStream readOnce() {
        throw new IngestException(
                "A full snapshot is looked through before it is taken, which standard input does not allow: name its file",
                null);
    }

    private List<Outgoing<?>> inspect(SecondLook look, Instant asOf) throws IOException, HeldBackException {
        try {
            List<Outgoing<?>> closing = feed.inspect(look, asOf);
            if (look.damaged()) {
                throw new HeldBackException("The compressed file is damaged or breaks off, and who is missing in it may"
                        + " only be cut off: deliver it again");
            }
            return closing;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (KafkaException e) {
            throw new IngestException(
                    "Kafka did not tell who is on record, which a snapshot is compared with (%s)"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private void take(InputStream raw, String name, Instant asOf, List<Outgoing<?>> closing)
            throws IOException, Refusal {
        CountingInput counted = new CountingInput(raw);
        SourceInput input = SourceInput.open(counted);
        RecordFile file = feed.open(input);
        RawRecord first = file.next();
        if (first == null && file.header().length == 0 && closing.isEmpty() && !input.damaged()) {
            return; // an extract of an hour in which nothing happened has not even a header
        }
        RecordReader reader = feed.reader(file.header(), asOf);
        for (RawRecord record = first; record != null; record = file.next()) {
            take(record, reader, name);
            listener.progress(counted.count(), tally.acknowledged());
        }
        if (input.damaged()) {
            take(new RawRecord(new byte[0], "end", damage()), reader, name);
        }
        tally.settle();
        close(closing, new Origin(name, "end"));
        listener.progress(counted.count(), tally.acknowledged());
    }

    private void take(RawRecord record, RecordReader reader, String name) {
        if (++cut <= before.read()) {
            return;
        }
        Origin origin = new Origin(name, record.position());
        Delivered delivered = record.refusal() == null
                ? delivery.deliver(reader, record.bytes(), origin)
                : delivery.giveUp(reader, record.refusal(), record.bytes(), origin);
        delivered.refusal().ifPresent(refusal -> listener.deadLettered(origin, refusal));
        tally.add(delivered, origin);
    }

    /** What follows from the whole file goes last: only then has all that it says been said. */
    private void close(List<Outgoing<?>> closing, Origin end) throws Refusal {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (Outgoing<?> record : closing) {
            sent.add(delivery.send(List.of(record), end));
        }
        sent.forEach(acknowledged -> Tally.await(acknowledged, end));
    }

    private static Refusal damage() {
        return new Refusal(
                "The compressed input is damaged or breaks off here. What came before it has been read; deliver the"
                        + " input again, and that is recognised as duplicate");
    }

    /** What has become of the records before the first one that Kafka has not acknowledged. */
    public IngestReport acknowledged() {
        return tally.acknowledged();
    }
}
