package org.chartwarden.sink.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.settings.Settings;
import org.chartwarden.sink.hold.HoldLedger;
import org.chartwarden.sink.hold.LegalHolds;
import org.chartwarden.sink.kafka.AuditRecords;
import org.chartwarden.sink.kafka.BatchHandler;
import org.chartwarden.sink.kafka.DeadLetterDesk;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings everything that people look at into Elasticsearch (docs/elasticsearch.md). The law: every record is stored, at
 * its revision or a higher one, or dead-lettered; also when it comes twice, when Elasticsearch is away, and when this
 * process dies. Only a dead letter that Elasticsearch refuses is nowhere but in its topic.
 */
public final class ElasticsearchSink implements BatchHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchSink.class);

    /** The consumer group. */
    public static final String GROUP = "chartwarden-sink-elasticsearch";

    /** What it reads. */
    public static final List<String> TOPICS =
            AuditDocuments.TOPICS.stream().map(Topic::name).toList();

    private final ElasticsearchConnection connection;
    private final IndexInstaller installer;
    private final BulkWriter writer;
    private final AuditRecords records;
    private final AuditDocuments documents;
    private final HoldLedger ledger;
    private final DeadLetterDesk deadLetters;
    private final Counters counters;
    private final Clock clock;

    public ElasticsearchSink(Settings settings, SinkClients clients, Counters counters, Clock clock) {
        this.connection = ElasticsearchConnection.open(settings);
        this.installer = new IndexInstaller(connection.client(), settings);
        this.writer = new BulkWriter(connection.client());
        this.records = new AuditRecords(clients, AuditDocuments.TOPICS);
        this.documents = new AuditDocuments(settings);
        this.ledger = new HoldLedger(clients, connection.client());
        this.deadLetters = new DeadLetterDesk(clients, clock);
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void prepare(Patience patience) throws InterruptedException {
        patience.insist(() -> {
            installer.install();
            return null;
        });
    }

    @Override
    public void handle(List<ConsumerRecord<String, byte[]>> batch, Patience patience) throws InterruptedException {
        LegalHolds holds = patience.insist(() -> ledger.current(patience));
        BulkRound round = writer.begin();
        List<Rejection> rejections = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            if (record.value() != null) { // else it is a tombstone: what was indexed stays as evidence
                send(record, round, holds, rejections, patience);
            }
        }
        rejections.addAll(writer.finish(round, patience));
        Map<ConsumerRecord<String, byte[]>, String> rejected = eachOnce(rejections);
        for (var rejection : rejected.entrySet()) {
            giveUp(rejection.getKey(), rejection.getValue(), patience);
        }
        count(batch, rejected.keySet());
    }

    private void send(
            ConsumerRecord<String, byte[]> record,
            BulkRound round,
            LegalHolds holds,
            List<Rejection> rejections,
            Patience patience)
            throws InterruptedException {
        try {
            for (Document document : documents.of(records.read(record, patience), clock.instant())) {
                round.add(SourcedDocument.of(document.tagged(holds), record));
            }
        } catch (UnreadableException | IllegalArgumentException e) {
            rejections.add(new Rejection(record, e.getMessage()));
        }
    }

    /** A record may become several documents, of which each may be refused. */
    private static Map<ConsumerRecord<String, byte[]>, String> eachOnce(List<Rejection> rejections) {
        Map<ConsumerRecord<String, byte[]>, String> reasons = new LinkedHashMap<>();
        rejections.forEach(rejection -> reasons.putIfAbsent(rejection.source(), rejection.reason()));
        return reasons;
    }

    /** A dead letter about a dead letter would be refused like the first, and so on for ever. */
    private void giveUp(ConsumerRecord<String, byte[]> record, String reason, Patience patience)
            throws InterruptedException {
        if (record.topic().equals(Topics.DEAD_LETTER.name())) {
            LOG.error(
                    "{} partition {} offset {} stays in its topic and is not indexed: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    reason);
        } else {
            deadLetters.accept(record, reason, patience);
        }
    }

    private static boolean isAccess(ConsumerRecord<String, byte[]> record) {
        return record.topic().equals(Topics.EXPLAINED.name());
    }

    /** Only accesses: the law is about them, and an alert has as many revisions as its story grew. */
    private void count(List<ConsumerRecord<String, byte[]>> batch, Set<ConsumerRecord<String, byte[]>> rejected) {
        long handled = batch.stream().filter(ElasticsearchSink::isAccess).count();
        long refused = rejected.stream().filter(ElasticsearchSink::isAccess).count();
        counters.add(Count.REJECTED, refused);
        counters.add(Count.INDEXED, handled - refused);
    }

    @Override
    public void close() {
        writer.close();
        ledger.close();
        deadLetters.close();
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The connections to Elasticsearch could not be closed", e);
        }
    }
}
