package org.chartwarden.standalone.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
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

/** Reads a topic once, from its begin to what is its end at the start, without a consumer group. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Settings settings;

    public TopicReader(Settings settings) {
        this.settings = settings;
    }

    /** What a compacted topic says: the newest value of each key, in the keys' order. */
    public <T extends SpecificRecord> Map<String, T> newest(Topic<T> topic) {
        Map<String, T> newest = new TreeMap<>();
        read(topic, entry -> newest.put(entry.key(), entry.value()));
        return newest;
    }

    /** Calls the visitor with every committed record, in each partition's order. */
    public <T extends SpecificRecord> void read(Topic<T> topic, Consumer<ConsumerRecord<String, T>> visitor) {
        Deserializer<T> values = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde())
                .valueSerde(topic.value())
                .deserializer();
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(topic.maxMessageBytes()));
        try (KafkaConsumer<String, T> consumer = new KafkaConsumer<>(properties, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
                consumer.poll(POLL).forEach(visitor);
            }
        }
    }
}
