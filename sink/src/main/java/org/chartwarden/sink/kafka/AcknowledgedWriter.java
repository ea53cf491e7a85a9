package org.chartwarden.sink.kafka;

import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.chartwarden.topic.Topic;

/** Writes the few records that the sink itself makes, one at a time, each until Kafka has acknowledged it. */
public final class AcknowledgedWriter<T extends SpecificRecord> implements AutoCloseable {

    private final Topic<T> topic;
    private final Producer<String, byte[]> producer;
    private final Serializer<T> serializer;

    AcknowledgedWriter(Topic<T> topic, Producer<String, byte[]> producer, Serializer<T> serializer) {
        this.topic = topic;
        this.producer = producer;
        this.serializer = serializer;
    }

    /** Returns when all in-sync replicas have the record; until then tries for ever. */
    public void write(String key, T value, Patience patience) throws InterruptedException {
        patience.insist(() -> {
            try {
                byte[] bytes = serializer.serialize(topic.name(), value);
                return producer.send(new ProducerRecord<>(topic.name(), key, bytes))
                        .get();
            } catch (ExecutionException e) {
                throw unavailable(e.getCause());
            } catch (KafkaException e) {
                throw unavailable(e);
            }
        });
    }

    private UnavailableException unavailable(Throwable cause) {
        return new UnavailableException(
                "Kafka or the schema registry does not take a record of " + topic.name() + " ("
                        + cause.getClass().getSimpleName() + ").",
                cause);
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}
