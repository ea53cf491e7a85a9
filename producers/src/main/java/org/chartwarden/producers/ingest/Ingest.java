package org.chartwarden.producers.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.chartwarden.producers.fhir.AuditEventReader;
import org.chartwarden.producers.fhir.ContextReader;
import org.chartwarden.producers.kafka.KafkaOutput;
import org.chartwarden.producers.reader.RecordOutput;
import org.chartwarden.producers.reader.RecordReader;
import org.chartwarden.service.Counters;
import org.chartwarden.settings.Setting;
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

    private final RecordOutput output;
    private final Delivery delivery;
    private final RecordReader auditReader;
    private final RecordReader contextReader;

    Ingest(RecordOutput output, Delivery delivery, RecordReader auditReader, RecordReader contextReader) {
        this.output = output;
        this.delivery = delivery;
        this.auditReader = auditReader;
        this.contextReader = contextReader;
    }

    /** Opens the way to Kafka. */
    public static Ingest open(Settings settings, Counters counters) {
        Clock clock = Clock.systemUTC();
        ContextReader contextReader = new ContextReader(settings.zone(Setting.SITE_ZONE));
        RecordOutput output = KafkaOutput.open(settings);
        return new Ingest(output, new Delivery(output, counters, clock), new AuditEventReader(clock), contextReader);
    }

    /** Reads AuditEvents of a file, or of all files in a folder. */
    public IngestReport audit(Path path) throws IOException {
        return read(auditReader, path);
    }

    /** @param name the source's name, for dead letters */
    public IngestReport audit(InputStream input, String name) throws IOException {
        return read(auditReader, input, name);
    }

    /** Reads patients, care, relatives, staff and devices of a file, or of all files in a folder. */
    public IngestReport context(Path path) throws IOException {
        return read(contextReader, path);
    }

    /** @param name the source's name, for dead letters */
    public IngestReport context(InputStream input, String name) throws IOException {
        return read(contextReader, input, name);
    }

    private IngestReport read(RecordReader reader, Path path) throws IOException {
        Tally tally = new Tally();
        FhirSource source = new FhirSource(delivery, reader, tally);
        for (Path file : InputFiles.of(path)) {
            try (InputStream input = Files.newInputStream(file)) {
                source.read(input, file.toString());
            }
        }
        return acknowledged(tally);
    }

    private IngestReport read(RecordReader reader, InputStream input, String name) throws IOException {
        Tally tally = new Tally();
        new FhirSource(delivery, reader, tally).read(input, name);
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
