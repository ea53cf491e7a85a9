package org.chartwarden.sink.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic beside any consumer group: what is in it, and from then on what was added to it. Not safe for use by several
 * threads.
 */
public final class TopicFollower implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final SinkClients clients;
    private final String topic;
    private final Instant since;

    /** Null before the first reading, and after a failed one, which begins anew. */
    private Consumer<String, byte[]> consumer;

    /** From its beginning. */
    public TopicFollower(SinkClients clients, String topic) {
        this(clients, topic, null);
    }

    /** @param since the first record is one that arrived then or later; null for all */
    public TopicFollower(SinkClients clients, String topic, Instant since) {
        this.clients = clients;
        this.topic = topic;
        this.since = since;
    }

    /** Takes one record; may be given it again. */
    public interface Visitor {

        void visit(ConsumerRecord<String, byte[]> record) throws InterruptedException;
    }

    /** Reads everything that was committed before this call and not yet visited. */
    public void catchUp(Visitor visitor) throws UnavailableException, InterruptedException {
        boolean whole = false;
        try {
            if (consumer == null) {
                consumer = fromTheFirst();
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    visitor.visit(record);
                }
            }
            whole = true;
        } catch (KafkaException e) {
            throw new UnavailableException(
                    topic + " cannot be read (" + e.getClass().getSimpleName() + ").", e);
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    private Consumer<String, byte[]> fromTheFirst() {
        Consumer<String, byte[]> reader = clients.reader();
        List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        if (since != null) {
            reader.offsetsForTimes(partitions.stream()
                            .collect(Collectors.toMap(Function.identity(), any -> since.toEpochMilli())))
                    .forEach((partition, first) -> seek(reader, partition, first));
        }
        return reader;
    }

    private static void seek(Consumer<?, ?> reader, TopicPartition partition, OffsetAndTimestamp first) {
        if (first == null) {
            reader.seekToEnd(List.of(partition)); // nothing arrived since
        } else {
            reader.seek(partition, first.offset());
        }
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
