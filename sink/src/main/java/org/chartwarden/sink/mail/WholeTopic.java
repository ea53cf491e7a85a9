package org.chartwarden.sink.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.chartwarden.sink.kafka.SinkClients;
import org.chartwarden.sink.kafka.UnavailableException;

/** Reads topics beside the consumer group. */
final class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private final SinkClients clients;

    WholeTopic(SinkClients clients) {
        this.clients = clients;
    }

    /** Takes one record. */
    interface Visitor {

        void visit(ConsumerRecord<String, byte[]> record) throws InterruptedException;
    }

    /**
     * Reads from the begin to what is the end at the start.
     *
     * @return the ends
     */
    Map<TopicPartition, Long> read(String topic, Visitor visitor) throws UnavailableException, InterruptedException {
        try (Consumer<String, byte[]> consumer = clients.reader()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    visitor.visit(record);
                }
            }
            return ends;
        } catch (KafkaException e) {
            throw new UnavailableException(
                    "What is known about mails cannot be read from " + topic + " ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
    }

    /** The first record at this offset or behind it; empty when there is none. */
    Optional<ConsumerRecord<String, byte[]>> find(TopicPartition partition, long offset) throws UnavailableException {
        try (Consumer<String, byte[]> consumer = clients.reader()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw new UnavailableException(
                    "A record cannot be read from " + partition.topic() + " ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
    }
}
