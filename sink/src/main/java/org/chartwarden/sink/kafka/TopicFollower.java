package org.chartwarden.sink.kafka;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic beside any consumer group: what is in it, and from then on what was added to it. Not safe for use by several
 * threads.
 */
public final class TopicFollower implements AutoCloseable {

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

    /**
     * Reads everything that was committed before this call and not yet visited.
     *
     * @param visitor may be given a record again
     */
    public void catchUp(WholeTopic.Visitor visitor) throws UnavailableException, InterruptedException {
        boolean whole = false;
        try {
            if (consumer == null) {
                consumer = fromTheFirst();
            }
            WholeTopic.readToEnd(consumer, visitor);
            whole = true;
        } catch (KafkaException e) {
            throw WholeTopic.unreadable(topic, e);
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    private Consumer<String, byte[]> fromTheFirst() {
        Consumer<String, byte[]> reader = clients.reader();
        List<TopicPartition> partitions = WholeTopic.partitions(reader, topic);
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
