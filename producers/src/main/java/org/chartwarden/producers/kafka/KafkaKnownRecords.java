package org.chartwarden.producers.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.chartwarden.producers.delimited.KnownRecords;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topic;

/**
 * Reads a compacted topic from its begin to what is its end at the start, without a consumer group. Connects only when
 * it is asked.
 */
public final class KafkaKnownRecords implements KnownRecords {

    private static final Duration POLL = Duration.ofMillis(200);

    /** How long Kafka may say nothing before it counts as silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Function<Map<String, Object>, Consumer<String, byte[]>> consumers;

    public KafkaKnownRecords(Settings settings) {
        this(
                settings,
                configuration ->
                        new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    /** @param consumers makes one of a configuration */
    KafkaKnownRecords(Settings settings, Function<Map<String, Object>, Consumer<String, byte[]>> consumers) {
        this.settings = settings;
        this.consumers = consumers;
    }

    @Override
    public <T extends SpecificRecord> Collection<T> newest(Topic<T> topic, String prefix) {
        SerdeFactory serdes = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde());
        try (Serde<T> serde = serdes.valueSerde(topic.value());
                Consumer<String, byte[]> consumer = consumers.apply(configuration(topic))) {
            Map<String, T> newest = new HashMap<>();
            for (Map.Entry<String, byte[]> entry : read(consumer, topic, prefix).entrySet()) {
                newest.put(entry.getKey(), serde.deserializer().deserialize(topic.name(), entry.getValue()));
            }
            return newest.values();
        }
    }

    private Map<String, Object> configuration(Topic<?> topic) {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "chartwarden-producers-known");
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(topic.maxMessageBytes()));
        return configuration;
    }

    /** The newest bytes of each key; what was deleted is not there. */
    private static Map<String, byte[]> read(Consumer<String, byte[]> consumer, Topic<?> topic, String prefix) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        Map<String, byte[]> newest = new HashMap<>();
        long lastHeard = System.nanoTime();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            lastHeard = records.isEmpty() ? requirePatience(lastHeard, topic) : System.nanoTime();
            records.forEach(record -> keep(record, prefix, newest));
        }
        return newest;
    }

    private static void keep(ConsumerRecord<String, byte[]> record, String prefix, Map<String, byte[]> newest) {
        if (record.key() == null || !record.key().startsWith(prefix)) {
            return;
        }
        if (record.value() == null) {
            newest.remove(record.key());
        } else {
            newest.put(record.key(), record.value());
        }
    }

    /** @throws KafkaException when nothing was heard for too long */
    private static long requirePatience(long lastHeard, Topic<?> topic) {
        if (System.nanoTime() - lastHeard > PATIENCE.toNanos()) {
            throw new TimeoutException(
                    "Kafka told nothing of " + topic.name() + " for " + PATIENCE.toSeconds() + " seconds");
        }
        return lastHeard;
    }
}
