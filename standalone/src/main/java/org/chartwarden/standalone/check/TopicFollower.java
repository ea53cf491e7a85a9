package org.chartwarden.standalone.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topic;

/** Reads a topic from its begin, in as many steps as it is asked to, without a consumer group. */
public final class TopicFollower<T extends SpecificRecord> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, T> consumer;
    private final List<TopicPartition> partitions;

    public TopicFollower(Settings settings, Topic<T> topic) {
        Deserializer<T> values = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde())
                .valueSerde(topic.value())
                .deserializer();
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(topic.maxMessageBytes()));
        this.consumer = new KafkaConsumer<>(properties, new StringDeserializer(), values);
        this.partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Calls the visitor with every committed record since the last call, in each partition's order. */
    public void catchUp(Consumer<ConsumerRecord<String, T>> visitor) {
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
            consumer.poll(POLL).forEach(visitor);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
