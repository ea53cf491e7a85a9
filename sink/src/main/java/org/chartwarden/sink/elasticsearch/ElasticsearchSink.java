package org.chartwarden.sink.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.kafka.AuditRecords;
import org.chartwarden.sink.kafka.BatchHandler;
import org.chartwarden.sink.kafka.DeadLetterDesk;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/**
 * Brings accesses and alerts into Elasticsearch. The law: every record is stored, at its revision or a higher one, or
 * dead-lettered; also when it comes twice, when Elasticsearch is away, and when this process dies.
 */
public final class ElasticsearchSink implements BatchHandler, AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "chartwarden-sink-elasticsearch";

    /** What it reads. */
    public static final List<String> TOPICS =
            AuditDocuments.TOPICS.stream().map(Topic::name).toList();

    private final ElasticsearchConnection connection;
    private final BulkWriter writer;
    private final AuditRecords records;
    private final AuditDocuments documents;
    private final DeadLetterDesk deadLetters;
    private final Counters counters;
    private final Clock clock;

    public ElasticsearchSink(Settings settings, SinkClients clients, Counters counters, Clock clock) {
        this.connection = ElasticsearchConnection.open(settings);
        this.writer = new BulkWriter(connection.client());
        this.records = new AuditRecords(clients, AuditDocuments.TOPICS);
        this.documents = new AuditDocuments(settings);
        this.deadLetters = new DeadLetterDesk(clients, clock);
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void prepare(Patience patience) throws InterruptedException {
        patience.insist(() -> {
            IndexTemplates.install(connection.client());
            return null;
        });
    }

    @Override
    public void handle(List<ConsumerRecord<String, byte[]>> batch, Patience patience) throws InterruptedException {
        List<SourcedDocument> made = new ArrayList<>(batch.size());
        List<Rejection> rejections = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            if (record.value() != null) { // else it is the tombstone of an alert, which stays as evidence
                convert(record, made, rejections, patience);
            }
        }
        rejections.addAll(writer.write(made, patience));
        for (Rejection rejection : rejections) {
            deadLetters.accept(rejection.source(), rejection.reason(), patience);
        }
        count(batch, rejections);
    }

    private void convert(
            ConsumerRecord<String, byte[]> record,
            List<SourcedDocument> made,
            List<Rejection> rejections,
            Patience patience)
            throws InterruptedException {
        try {
            documents
                    .of(records.read(record, patience), clock.instant())
                    .forEach(document -> made.add(new SourcedDocument(document, record)));
        } catch (UnreadableException | IllegalArgumentException e) {
            rejections.add(new Rejection(record, e.getMessage()));
        }
    }

    private static boolean isAccess(ConsumerRecord<String, byte[]> record) {
        return record.topic().equals(Topics.EXPLAINED.name());
    }

    /** Only accesses: the law is about them, and an alert has as many revisions as its story grew. */
    private void count(List<ConsumerRecord<String, byte[]>> batch, List<Rejection> rejections) {
        long handled = batch.stream().filter(ElasticsearchSink::isAccess).count();
        long rejected = rejections.stream()
                .filter(rejection -> isAccess(rejection.source()))
                .count();
        counters.add(Count.REJECTED, rejected);
        counters.add(Count.INDEXED, handled - rejected);
    }

    @Override
    public void close() {
        writer.close();
        deadLetters.close();
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The connections to Elasticsearch could not be closed", e);
        }
    }
}
