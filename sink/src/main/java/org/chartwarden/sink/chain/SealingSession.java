package org.chartwarden.sink.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.ChainPage;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.sink.kafka.Patience;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.sink.kafka.ValueReader.UnreadableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals for as long as one consumer lives. What is gathered lives in memory only: when partitions are taken away, or this
 * process dies, the next owner gathers it again from the offsets of the last link.
 */
final class SealingSession implements ConsumerRebalanceListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SealingSession.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final SealerParts parts;
    private final Consumer<String, byte[]> consumer;
    private final Patience patience;
    private PageDraft draft;
    private ChainHead head;

    /** Null while this member of the group stands by. */
    private Seals seals;

    SealingSession(SealerParts parts, Consumer<String, byte[]> consumer, Patience patience) {
        this.parts = parts;
        this.consumer = consumer;
        this.patience = patience;
        this.draft = parts.newDraft();
        consumer.subscribe(Sealer.TOPICS, this);
    }

    /** One step: takes what has come, and seals when it is time. */
    void step() throws UnavailableException, InterruptedException {
        ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
        if (seals == null && !consumer.assignment().isEmpty()) {
            takeOver();
        }
        for (ConsumerRecord<String, byte[]> record : batch) {
            gather(record);
        }
        Instant now = parts.clock().instant();
        if (!draft.leaves().isEmpty() && draft.isDue(now)) {
            seal(now);
        }
    }

    /**
     * First fences whoever sealed before, then looks where the chain ends: in this order nothing can be added in between.
     * That the group's offsets belong to the same end is Kafka's promise: it hands none out while a transaction that
     * moves them is open.
     */
    private void takeOver() throws UnavailableException, InterruptedException {
        seals = Seals.open(parts.clients());
        head = ChainHead.NONE;
        var newest = parts.chain().newest(patience);
        if (newest.isPresent()) {
            head = ChainHead.of(newest.get());
            parts.outlet().tell(newest.get(), patience);
        }
        LOG.info("Sealing goes on behind link {}", head.sequence());
    }

    private void gather(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        try {
            SpecificRecord value = parts.records().read(record, patience);
            if (value != null) {
                draft.add(SealedDocument.of(value, parts.documents()), Instant.ofEpochMilli(record.timestamp()));
            }
        } catch (UnreadableException | IllegalArgumentException e) {
            LOG.warn(
                    "{} partition {} offset {} is not sealed, since no document can be made of it",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }

    private void seal(Instant now) throws InterruptedException {
        ChainPage page = head.nextPage(draft.leaves());
        ChainLink link = head.seal(page, now);
        seals.write(page, link, positions(), consumer.groupMetadata());
        head = ChainHead.of(link);
        draft = parts.newDraft();
        parts.counters().add(Count.SEALED);
        parts.outlet().tell(link, patience);
    }

    /** Behind the markers of transactions, too: see PositionCommits. */
    private Map<TopicPartition, OffsetAndMetadata> positions() {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            positions.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
        return positions;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        standBy();
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        standBy();
    }

    private void standBy() {
        draft = parts.newDraft();
        close();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // taken over before the first record
    }

    @Override
    public void close() {
        if (seals != null) {
            seals.close();
            seals = null;
        }
    }
}
