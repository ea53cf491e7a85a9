package org.chartwarden.sink.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/** Makes the sink's Kafka clients. They carry bytes: a value that cannot be read must not stop its consumer. */
public final class SinkClients {

    /** A batch is held in memory, together with the documents made of it. */
    private static final int BATCH_RECORDS = 1_000;

    private static final int FETCH_BYTES = 8 << 20;

    private final Map<String, String> kafka;
    private final SerdeFactory serdes;

    public SinkClients(Settings settings) {
        this.kafka = settings.kafka();
        this.serdes = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde());
    }

    /** For a {@link BatchLoop}. */
    public Supplier<Consumer<String, byte[]>> consumers(String group) {
        Map<String, Object> configuration = grouped(group);
        // An eager one: ConsumerSession counts on it.
        configuration.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return () -> new KafkaConsumer<>(configuration);
    }

    /** The same, but one member of the group reads everything while the others stand by. */
    public Supplier<Consumer<String, byte[]>> soleConsumers(String group) {
        Map<String, Object> configuration = grouped(group);
        configuration.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, SoleReaderAssignor.class.getName());
        return () -> new KafkaConsumer<>(configuration);
    }

    private Map<String, Object> grouped(String group) {
        Map<String, Object> configuration = reading();
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH_RECORDS);
        configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return configuration;
    }

    /** Without a group: for reading a whole topic. */
    public Consumer<String, byte[]> reader() {
        return new KafkaConsumer<>(reading());
    }

    /** Asks the brokers about topics and groups. */
    public Admin admin() {
        return Admin.create(new HashMap<>(kafka));
    }

    private Map<String, Object> reading() {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return configuration;
    }

    /** Writes records of this topic. */
    public <T extends SpecificRecord> AcknowledgedWriter<T> writer(Topic<T> topic) {
        return new AcknowledgedWriter<>(
                topic,
                new KafkaProducer<>(writing()),
                serdes.valueSerde(topic.value()).serializer());
    }

    /** A producer whose transactions fence those of every earlier one with the same id. */
    public Producer<String, byte[]> transactionalProducer(String transactionalId) {
        Map<String, Object> configuration = writing();
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return new KafkaProducer<>(configuration);
    }

    /** Writes the values of this topic. */
    public <T extends SpecificRecord> Serializer<T> serializer(Topic<T> topic) {
        return serdes.valueSerde(topic.value()).serializer();
    }

    private Map<String, Object> writing() {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.DEAD_LETTER_BYTES);
        return configuration;
    }

    /** Reads the values of this topic. */
    public <T extends SpecificRecord> ValueReader<T> values(Topic<T> topic) {
        return new ValueReader<>(serdes.valueSerde(topic.value()).deserializer());
    }
}
