package org.chartwarden.producers.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chartwarden.producers.AllFeeds;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.file.InputFiles;
import org.chartwarden.producers.kafka.KafkaOutput;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.HeldBackException;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordOutput;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.service.Counters;
import org.chartwarden.service.ServiceEndpoint;
import org.chartwarden.service.SourceMeter;
import org.chartwarden.settings.Settings;

/**
 * Reads files, folders and streams into Kafka.
 *
 * <pre>{@code
 * try (Ingest ingest = Ingest.open(settings, counters)) {
 *     IngestReport report = ingest.read("fhir-audit", Path.of("audit.ndjson"), TransferListener.NONE);
 * }
 * }</pre>
 *
 * Every method returns only after Kafka has acknowledged everything, and throws {@link IngestException} when it did
 * not, or when a file is not taken at all; {@link IOException} when the source could not be read to its end; what was
 * read until then has been sent. To read the same input again does no harm: each record gets the same id and is
 * recognised as duplicate.
 */
public final class Ingest implements AutoCloseable {

    private static final String SOURCE = "command-line";

    private final RecordOutput output;
    private final Delivery delivery;
    private final Map<String, Feed> feeds;

    Ingest(RecordOutput output, Delivery delivery, Map<String, Feed> feeds) {
        this.output = output;
        this.delivery = delivery;
        this.feeds = Map.copyOf(feeds);
    }

    /** Opens the way to Kafka. */
    public static Ingest open(Settings settings, Counters counters) {
        return open(KafkaOutput.open(settings), counters, AllFeeds.of(settings, Clock.systemUTC()));
    }

    /** The same ways of reading, with nothing behind them: what a full snapshot would remove is not looked up. */
    public static Ingest open(Settings settings, Preview preview) {
        Map<String, Feed> feeds = new TreeMap<>();
        AllFeeds.of(settings, Clock.systemUTC()).forEach((name, feed) -> feeds.put(name, new Uninspected(feed)));
        return open(preview, new Counters(ServiceEndpoint.newMeters()), feeds);
    }

    private static Ingest open(RecordOutput output, Counters counters, Map<String, Feed> feeds) {
        Clock clock = Clock.systemUTC();
        SourceMeter meter = new SourceMeter(ServiceEndpoint.newMeters(), SOURCE, clock);
        return new Ingest(output, new Delivery(SOURCE, output, counters, meter, clock), feeds);
    }

    /** The names that {@link #read} takes, in order. */
    public Set<String> feeds() {
        return new TreeSet<>(feeds.keySet());
    }

    /** Reads AuditEvents of a file, or of all files in a folder. */
    public IngestReport audit(Path path) throws IOException {
        return read(FhirFeed.AUDIT, path, TransferListener.NONE);
    }

    /** @param name the source's name, for dead letters */
    public IngestReport audit(InputStream input, String name) throws IOException {
        return read(FhirFeed.AUDIT, input, name, TransferListener.NONE);
    }

    /** Reads patients, care, relatives, staff and devices of a file, or of all files in a folder. */
    public IngestReport context(Path path) throws IOException {
        return read(FhirFeed.CONTEXT, path, TransferListener.NONE);
    }

    /** @param name the source's name, for dead letters */
    public IngestReport context(InputStream input, String name) throws IOException {
        return read(FhirFeed.CONTEXT, input, name, TransferListener.NONE);
    }

    /**
     * Reads a file, or all files in a folder.
     *
     * @param feed one of {@link #feeds}
     * @param listener is told of all files as of one
     */
    public IngestReport read(String feed, Path path, TransferListener listener) throws IOException {
        IngestReport sum = IngestReport.NOTHING;
        long bytes = 0;
        for (Path file : InputFiles.of(path)) {
            String name = file.toString();
            FileTransfer transfer = transfer(feed, listener.after(bytes, sum));
            taking(name, () -> transfer.take(file, name));
            sum = sum.plus(transfer.acknowledged());
            bytes += Files.size(file);
        }
        return sum;
    }

    /**
     * Reads what comes only once.
     *
     * @param feed one of {@link #feeds}
     * @param name the source's name, for dead letters
     */
    public IngestReport read(String feed, InputStream input, String name, TransferListener listener)
            throws IOException {
        FileTransfer transfer = transfer(feed, listener);
        taking(name, () -> transfer.take(input, name));
        return transfer.acknowledged();
    }

    private FileTransfer transfer(String feed, TransferListener listener) {
        return new FileTransfer(delivery, feeds.get(feed), IngestReport.NOTHING, listener);
    }

    private interface Taking {
        void run() throws IOException, Refusal, HeldBackException;
    }

    private static void taking(String name, Taking taking) throws IOException {
        try {
            taking.run();
        } catch (Refusal | HeldBackException refused) {
            throw new IngestException(name + ": " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        output.close();
    }

    /** Reads as the feed does, without asking Kafka what is on record. */
    private record Uninspected(Feed feed) implements Feed {

        @Override
        public String name() {
            return feed.name();
        }

        @Override
        public RecordFile open(InputStream content) throws IOException {
            return feed.open(content);
        }

        @Override
        public RecordReader reader(byte[] header, Instant asOf) throws Refusal {
            return feed.reader(header, asOf);
        }
    }
}
