package org.chartwarden.sink.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads topics beside the consumer group. */
public final class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long FIRST_LOOK_BACK = 16;

    private final SinkClients clients;

    public WholeTopic(SinkClients clients) {
        this.clients = clients;
    }

    /** Takes one record. */
    public interface Visitor {

        void visit(ConsumerRecord<String, byte[]> record) throws InterruptedException;
    }

    /**
     * Reads from the begin to what is the end at the start.
     *
     * @return the ends
     */
    public Map<TopicPartition, Long> read(String topic, Visitor visitor)
            throws UnavailableException, InterruptedException {
        try (Consumer<String, byte[]> consumer = clients.reader()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readToEnd(consumer, visitor);
        } catch (KafkaException e) {
            throw unreadable(topic, e);
        }
    }

    /** Reads several topics from where this group stands, which goes on undisturbed, to their ends at the start. */
    public void readBehind(String group, List<String> names, Visitor visitor)
            throws UnavailableException, InterruptedException {
        try (Consumer<String, byte[]> consumer =
                clients.consumers(group).get()) { // assigned by hand, so it never joins
            List<TopicPartition> partitions = names.stream()
                    .flatMap(topic -> partitions(consumer, topic).stream())
                    .toList();
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            partitions.forEach(partition -> Optional.ofNullable(committed.get(partition))
                    .ifPresent(offset -> consumer.seek(partition, offset.offset())));
            readToEnd(consumer, visitor);
        } catch (KafkaException e) {
            throw unreadable(String.join(", ", names), e);
        }
    }

    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** Reads from where an assigned consumer stands to the ends of now. */
    static Map<TopicPartition, Long> readToEnd(Consumer<String, byte[]> consumer, Visitor visitor)
            throws InterruptedException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                visitor.visit(record);
            }
        }
        return ends;
    }

    static UnavailableException unreadable(String topic, KafkaException e) {
        return new UnavailableException(
                "Kafka does not let " + topic + " be read (" + e.getClass().getSimpleName() + ").", e);
    }

    /** The last record of each partition that has one. */
    public List<ConsumerRecord<String, byte[]>> last(String topic) throws UnavailableException {
        try (Consumer<String, byte[]> consumer = clients.reader()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> last = new ArrayList<>();
            for (TopicPartition partition : partitions) {
                last(consumer, partition, begins.get(partition), ends.get(partition))
                        .ifPresent(last::add);
            }
            return last;
        } catch (KafkaException e) {
            throw unreadable(topic, e);
        }
    }

    /** At the end there may be markers of transactions and records of aborted ones, so it looks further and further back. */
    private static Optional<ConsumerRecord<String, byte[]>> last(
            Consumer<String, byte[]> consumer, TopicPartition partition, long begin, long end) {
        ConsumerRecord<String, byte[]> last = null;
        long start = end;
        for (long back = FIRST_LOOK_BACK; last == null && start > begin; back *= 2) {
            start = Math.max(begin, end - back);
            consumer.assign(List.of(partition));
            consumer.seek(partition, start);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    last = record;
                }
            }
        }
        return Optional.ofNullable(last);
    }

    /** The first record at this offset or behind it; empty when there is none. */
    public Optional<ConsumerRecord<String, byte[]>> find(TopicPartition partition, long offset)
            throws UnavailableException {
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
            throw unreadable(partition.topic(), e);
        }
    }
}
