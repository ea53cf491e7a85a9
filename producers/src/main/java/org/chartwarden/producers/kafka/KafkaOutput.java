package org.chartwarden.producers.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordOutput;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.SerdeFactory;
import org.chartwarden.settings.Setting;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Headers;
import org.chartwarden.topic.Topics;

/**
 * Writes to Kafka: idempotently, so that a retry inside the client writes nothing twice, and acknowledged by all
 * replicas. What is under way is bounded by the producer's {@code buffer.memory}.
 */
public final class KafkaOutput implements RecordOutput {

    /** How long a record may take to be acknowledged, retries included, before it counts as failed. */
    public static final Duration DELIVERY_LIMIT = Duration.ofSeconds(30);

    /** How long to wait for metadata or for room in the buffer. */
    public static final Duration BLOCK_LIMIT = Duration.ofSeconds(20);

    /** Of the largest record that a topic takes, the part for the batch around it, lengths, and names of headers. */
    private static final int OVERHEAD_BYTES = 8 * 1024;

    /** Of a header, in characters. Longer ones only say less, and never keep a record from being sent. */
    private static final int LONGEST_HEADER = 1_024;

    private static final int LINGER_MILLIS = 5;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(35);

    private final Producer<String, byte[]> producer;
    private final ValueSerializers serializers;

    KafkaOutput(Producer<String, byte[]> producer, SerdeFactory serdes) {
        this.producer = producer;
        this.serializers = new ValueSerializers(
                serdes,
                List.of(
                        Topics.ACCESS,
                        Topics.PATIENTS,
                        Topics.CARE,
                        Topics.WORKFORCE,
                        Topics.WATCH_LIST,
                        Topics.DEAD_LETTER));
    }

    /** Opens a producer; it connects when the first record is sent. */
    public static KafkaOutput open(Settings settings) {
        SerdeFactory serdes = new SerdeFactory(settings.text(Setting.SERDE_CLASS), settings.serde());
        return new KafkaOutput(new KafkaProducer<>(configuration(settings)), serdes);
    }

    /** What the site set for its Kafka clients, and then what the guarantees here rest on, which no setting undoes. */
    static Map<String, Object> configuration(Settings settings) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "chartwarden-producers");
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) BLOCK_LIMIT.toMillis());
        configuration.putAll(settings.kafka());
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.DEAD_LETTER_BYTES);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_LIMIT.toMillis());
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) BLOCK_LIMIT.toMillis());
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return configuration;
    }

    @Override
    public CompletableFuture<Void> send(Outgoing<?> record, Origin origin, String source) throws Refusal {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            byte[] value = serializers.serialize(record);
            byte[] sourceHeader = header(source);
            byte[] originHeader = header(origin.toString());
            requireFits(record, bytes(record.key()) + value.length + sourceHeader.length + originHeader.length);
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(record.topic().name(), record.key(), value);
            message.headers().add(Headers.SOURCE, sourceHeader);
            message.headers().add(Headers.ORIGIN, originHeader);
            producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(understood(record, failure));
                }
            });
        } catch (RuntimeException e) {
            // Neither the registry's nor Kafka's client promises a kind of exception; each means "not stored".
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    /** The end of a text that is too long: there stands the place in the file. */
    private static byte[] header(String text) {
        int length = text.length();
        String end = length > LONGEST_HEADER ? text.substring(length - LONGEST_HEADER) : text;
        return end.getBytes(StandardCharsets.UTF_8);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A broker that allows less than the topic catalogue says would refuse the record for ever. */
    private static Exception understood(Outgoing<?> record, Exception failure) {
        return failure instanceof RecordTooLargeException
                ? new Refusal("The record is larger than Kafka allows in the topic "
                        + record.topic().name())
                : failure;
    }

    private static void requireFits(Outgoing<?> record, int bytes) throws Refusal {
        int allowed = record.topic().maxMessageBytes() - OVERHEAD_BYTES;
        if (bytes > allowed) {
            throw new Refusal("The record takes %,d bytes in the topic %s, which allows %,d"
                    .formatted(bytes, record.topic().name(), allowed));
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
        serializers.close();
    }
}
