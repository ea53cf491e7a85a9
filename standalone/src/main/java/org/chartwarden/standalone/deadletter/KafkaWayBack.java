package org.chartwarden.standalone.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Headers;
import org.chartwarden.topic.Topics;

/** Writes bytes to Kafka; connects when the first record is sent. */
public final class KafkaWayBack implements WayBack, AutoCloseable {

    private final Settings settings;
    private Producer<String, byte[]> producer;

    public KafkaWayBack(Settings settings) {
        this.settings = settings;
    }

    @Override
    public CompletableFuture<Void> send(String topic, String key, byte[] value) {
        if (producer == null) {
            producer = open();
        }
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        message.headers().add(Headers.SOURCE, Replay.SOURCE.getBytes(StandardCharsets.UTF_8));
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        producer.send(message, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    private Producer<String, byte[]> open() {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.DEAD_LETTER_BYTES);
        return new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
