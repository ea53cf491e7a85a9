package org.chartwarden.sink.chain;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.ChainPage;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.topic.Topics;

/**
 * Writes a page, its link and how far the consumer is in one transaction: each record is sealed exactly once, whenever
 * this process dies. Opening fences whoever sealed before: what they had begun is undone.
 */
final class Seals implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "chartwarden-sink-chain";

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Producer<String, byte[]> producer;
    private final Serializer<ChainPage> pages;
    private final Serializer<ChainLink> links;

    private Seals(SinkClients clients) {
        this.producer = clients.transactionalProducer(TRANSACTIONAL_ID);
        this.pages = clients.serializer(Topics.CHAIN_PAGES);
        this.links = clients.serializer(Topics.CHAIN);
    }

    /** Returns when no transaction of another is open any more. */
    static Seals open(SinkClients clients) {
        Seals seals = new Seals(clients);
        try {
            seals.producer.initTransactions();
            return seals;
        } catch (KafkaException e) {
            seals.close();
            throw e;
        }
    }

    /** @throws KafkaException when it is not sure that it is written: open anew, and look where the chain ends */
    void write(
            ChainPage page,
            ChainLink link,
            Map<TopicPartition, OffsetAndMetadata> positions,
            ConsumerGroupMetadata group) {
        byte[] pageBytes = pages.serialize(Topics.CHAIN_PAGES.name(), page);
        byte[] linkBytes = links.serialize(Topics.CHAIN.name(), link);
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(Topics.CHAIN_PAGES.name(), Long.toString(page.getSequence()), pageBytes));
        producer.send(new ProducerRecord<>(Topics.CHAIN.name(), ChainTopic.KEY, linkBytes));
        producer.sendOffsetsToTransaction(positions, group);
        producer.commitTransaction(); // waits for the records, and fails with them
    }

    @Override
    public void close() {
        producer.close(CLOSING); // what a transaction that was not committed has sent is of no use
        pages.close();
        links.close();
    }
}
