package org.chartwarden.sink.mail;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.UnavailableException;
import org.chartwarden.topic.Topics;

/** The Message-IDs of the topic of notifications: what was sent, by whichever instance. */
final class SentMails {

    private static final Duration POLL = Duration.ofMillis(200);

    private final SinkClients clients;
    private final Set<String> messageIds = new HashSet<>();

    SentMails(SinkClients clients) {
        this.clients = clients;
    }

    /** Reads the topic from its beginning to its present end. */
    void load() throws UnavailableException {
        try (Consumer<String, byte[]> consumer = clients.reader()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.NOTIFICATIONS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> messageIds.add(record.key()));
            }
        } catch (KafkaException e) {
            throw new UnavailableException(
                    "What was mailed already cannot be read from " + Topics.NOTIFICATIONS.name() + " ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
    }

    boolean contains(String messageId) {
        return messageIds.contains(messageId);
    }

    void add(String messageId) {
        messageIds.add(messageId);
    }
}
