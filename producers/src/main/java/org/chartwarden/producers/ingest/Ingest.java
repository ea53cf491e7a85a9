package org.chartwarden.producers.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.chartwarden.producers.AllFeeds;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.file.InputFiles;
import org.chartwarden.producers.kafka.KafkaOutput;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.RecordOutput;
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
 *     IngestReport report = ingest.audit(Path.of("audit.ndjson"));
 * }
 * }</pre>
 *
 * Every method returns only after Kafka has acknowledged everything, and throws {@link IngestException} when it did
 * not, {@link IOException} when the source could not be read to its end; what was read until then has been sent. To
 * read the same input again does no harm: each record gets the same id and is recognised as duplicate.
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
        Clock clock = Clock.systemUTC();
        Map<String, Feed> feeds = AllFeeds.of(settings, clock);
        RecordOutput output = KafkaOutput.open(settings);
        SourceMeter meter = new SourceMeter(ServiceEndpoint.newMeters(), SOURCE, clock);
        return new Ingest(output, new Delivery(SOURCE, output, counters, meter, clock), feeds);
    }

    /** Reads AuditEvents of a file, or of all files in a folder. */
    public IngestReport audit(Path path) throws IOException {
        return read(feeds.get(FhirFeed.AUDIT), path);
    }

    /** @param name the source's name, for dead letters */
    public IngestReport audit(InputStream input, String name) throws IOException {
        return read(feeds.get(FhirFeed.AUDIT), input, name);
    }

    /** Reads patients, care, relatives, staff and devices of a file, or of all files in a folder. */
    public IngestReport context(Path path) throws IOException {
        return read(feeds.get(FhirFeed.CONTEXT), path);
    }

    /** @param name the source's name, for dead letters */
    public IngestReport context(InputStream input, String name) throws IOException {
        return read(feeds.get(FhirFeed.CONTEXT), input, name);
    }

    private IngestReport read(Feed feed, Path path) throws IOException {
        Tally tally = new Tally();
        FileTransfer transfer = new FileTransfer(delivery, feed, tally);
        for (Path file : InputFiles.of(path)) {
            try (InputStream input = Files.newInputStream(file)) {
                transfer.read(
                        input, file.toString(), Files.getLastModifiedTime(file).toInstant());
            } catch (Refusal refusal) {
                throw new IngestException(file + ": " + refusal.getMessage(), refusal);
            }
        }
        return acknowledged(tally);
    }

    private IngestReport read(Feed feed, InputStream input, String name) throws IOException {
        Tally tally = new Tally();
        try {
            new FileTransfer(delivery, feed, tally).read(input, name, Instant.now());
        } catch (Refusal refusal) {
            throw new IngestException(name + ": " + refusal.getMessage(), refusal);
        }
        return acknowledged(tally);
    }

    private IngestReport acknowledged(Tally tally) {
        output.flush();
        tally.requireNoFailure();
        return tally.report();
    }

    @Override
    public void close() {
        output.close();
    }
}
