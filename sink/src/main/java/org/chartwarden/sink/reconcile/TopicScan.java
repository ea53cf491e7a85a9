package org.chartwarden.sink.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.sink.elasticsearch.AuditDocuments;
import org.chartwarden.sink.elasticsearch.Document;
import org.chartwarden.sink.hold.LegalHolds;
import org.chartwarden.sink.kafka.AuditRecords;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.TopicFollower;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.sink.reconcile.Entry.Standing;
import org.chartwarden.sink.retention.Retention;
import org.chartwarden.topic.Topic;

/** Reads from Kafka which documents there must be. */
final class TopicScan {

    /** No clock of a source may be further ahead: what a document's time is, its record has arrived a day before at most. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final SinkClients clients;
    private final AuditRecords records;
    private final AuditDocuments documents;
    private final Span span;
    private final Clock clock;

    /** @param clock for event.ingested */
    TopicScan(SinkClients clients, AuditDocuments documents, Span span, Clock clock) {
        this.clients = clients;
        this.records = new AuditRecords(clients, AuditDocuments.TOPICS);
        this.documents = documents;
        this.span = span;
        this.clock = clock;
    }

    /**
     * By what a record's standing is told.
     *
     * @param committed how far the sink has come; no partition where it never was
     * @param refused what Elasticsearch did not take
     */
    record Known(
            Map<TopicPartition, Long> committed,
            Positions refused,
            Retention retention,
            LegalHolds holds,
            Instant now) {

        private Standing standing(ConsumerRecord<?, ?> record, Document document) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() >= committed.getOrDefault(partition, 0L)) {
                return Standing.ON_ITS_WAY;
            }
            if (refused.contains(partition, record.offset())) {
                return Standing.REFUSED;
            }
            return retention.isPast(document.index(), document.time(), document.isUnder(holds), now)
                    ? Standing.EXPIRED
                    : Standing.DUE;
        }
    }

    /** Takes the documents of one record. */
    interface Visitor {

        void visit(ConsumerRecord<String, byte[]> record, List<Document> documents)
                throws IOException, InterruptedException;
    }

    /** Leaves out what becomes no document; the sink has dead-lettered it. */
    void read(Topic<?> topic, Patience patience, Visitor visitor)
            throws IOException, UnavailableException, InterruptedException {
        Instant first = span.since() == null ? null : span.since().minus(AHEAD);
        try (TopicFollower follower = new TopicFollower(clients, topic.name(), first)) {
            follower.catchUp(record -> {
                try {
                    visitor.visit(record, documents(record, patience));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<Document> documents(ConsumerRecord<String, byte[]> record, Patience patience)
            throws InterruptedException {
        try {
            SpecificRecord value = records.read(record, patience);
            return value == null ? List.of() : documents.of(value, clock.instant());
        } catch (UnreadableException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Every document of a topic, also those that lie outside of the span: their newest revision may. */
    void fill(Buckets buckets, Topic<?> topic, Known known, Patience patience)
            throws IOException, UnavailableException, InterruptedException {
        read(topic, patience, (record, made) -> {
            for (Document document : made) {
                buckets.add(new Entry(
                        Compared.of(document.index()),
                        document.id(),
                        document.version(),
                        known.standing(record, document),
                        document.time(),
                        document.time(),
                        record.partition(),
                        record.offset()));
            }
        });
    }
}
