package org.chartwarden.sink.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.elasticsearch.AuditDocuments;
import org.chartwarden.sink.elasticsearch.BulkWriter;
import org.chartwarden.sink.elasticsearch.ElasticsearchConnection;
import org.chartwarden.sink.elasticsearch.SourcedDocument;
import org.chartwarden.sink.hold.HoldLedger;
import org.chartwarden.sink.hold.LegalHolds;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.retention.Retention;
import org.chartwarden.topic.Topic;

/**
 * Compares Kafka with Elasticsearch, document by document, and writes what is missing. May run while the sink does: what
 * the sink has committed before Elasticsearch is read must be there, and what comes behind may be.
 */
public final class Reconciliation implements AutoCloseable {

    private static final int REFILL_DOCUMENTS = 500;

    private final SinkClients clients;
    private final AuditDocuments documents;
    private final ElasticsearchConnection connection;
    private final HoldLedger ledger;
    private final Retention retention;
    private final Clock clock;
    private final Patience patience = new Patience(new AtomicReference<>());

    public Reconciliation(Settings settings, Clock clock) {
        this.clients = new SinkClients(settings);
        this.documents = new AuditDocuments(settings);
        this.connection = ElasticsearchConnection.open(settings);
        this.ledger = new HoldLedger(clients, connection.client());
        this.retention = Retention.of(settings);
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param wanted the records of which documents are missing or too old
     */
    public record Result(Tally tally, Positions wanted) {}

    /**
     * Reads both sides once, in memory that does not grow with them.
     *
     * @param work where a temporary folder is made; needs some 80 bytes a document and side
     * @param differences told each, in no order
     * @throws UnavailableException when Kafka does not answer
     * @throws IOException when Elasticsearch does not answer, or the folder is full
     */
    public Result compare(Span span, Path work, Consumer<Difference> differences)
            throws IOException, UnavailableException, InterruptedException {
        Instant now = clock.instant();
        KafkaState kafka = new KafkaState(clients);
        var committed = kafka.committed(); // before Elasticsearch is read
        LegalHolds holds = ledger.anew(patience);
        try (Buckets buckets = Buckets.in(work)) {
            IndexScan index = new IndexScan(connection.client());
            for (Compared kind : Compared.values()) {
                index.read(kind, span, buckets);
            }
            TopicScan.Known known = new TopicScan.Known(committed, kafka.refused(patience), retention, holds, now);
            TopicScan topics = scan(span);
            for (Topic<?> topic : AuditDocuments.TOPICS) {
                topics.fill(buckets, topic, known, patience);
            }
            Join join = new Join(span, kafka.oldest(now), differences);
            buckets.forEach(join);
            return new Result(join.tally(), join.wanted());
        }
    }

    /**
     * Writes the documents of records again, as the sink would; waits for Elasticsearch as long as it takes.
     *
     * @param span in which the records were found
     * @return how many documents Elasticsearch refused
     */
    public long refill(Positions wanted, Span span) throws IOException, UnavailableException, InterruptedException {
        LegalHolds holds = ledger.anew(patience);
        List<SourcedDocument> batch = new ArrayList<>();
        long[] refused = {0};
        try (BulkWriter writer = new BulkWriter(connection.client())) {
            for (Topic<?> topic : AuditDocuments.TOPICS) {
                if (wanted.topics().contains(topic.name())) {
                    scan(span).read(topic, patience, (record, made) -> {
                        if (wanted.contains(new TopicPartition(record.topic(), record.partition()), record.offset())) {
                            made.forEach(document -> batch.add(SourcedDocument.of(document.tagged(holds), record)));
                        }
                        if (batch.size() >= REFILL_DOCUMENTS) {
                            refused[0] += write(batch, writer);
                        }
                    });
                }
            }
            refused[0] += write(batch, writer);
        }
        return refused[0];
    }

    private TopicScan scan(Span span) {
        return new TopicScan(clients, documents, span, clock);
    }

    private int write(List<SourcedDocument> batch, BulkWriter writer) throws InterruptedException {
        int refused = writer.write(batch, patience).size();
        batch.clear();
        return refused;
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        connection.close();
    }
}
