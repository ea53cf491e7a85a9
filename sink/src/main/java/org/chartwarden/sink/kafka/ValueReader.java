package org.chartwarden.sink.kafka;

import java.net.SocketException;
import java.net.UnknownHostException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads values, and tells bytes that nobody can read from a schema registry that is away. */
public final class ValueReader<T extends SpecificRecord> {

    private final Deserializer<T> deserializer;

    ValueReader(Deserializer<T> deserializer) {
        this.deserializer = deserializer;
    }

    /**
     * Waits for the registry as long as it takes.
     *
     * @return null for a tombstone
     * @throws UnreadableException when the bytes are not what the topic promises
     */
    public T read(ConsumerRecord<String, byte[]> record, Patience patience)
            throws UnreadableException, InterruptedException {
        try {
            return patience.insist(() -> tryToRead(record));
        } catch (KafkaException e) {
            throw new UnreadableException(e.getMessage());
        }
    }

    private T tryToRead(ConsumerRecord<String, byte[]> record) throws UnavailableException {
        try {
            return deserializer.deserialize(record.topic(), record.value());
        } catch (KafkaException e) {
            if (registryIsAway(e)) {
                throw new UnavailableException("The schema registry does not answer.", e);
            }
            throw e;
        }
    }

    /** Our serde says so by a retriable exception, Confluent's by a network's as its cause. */
    private static boolean registryIsAway(KafkaException e) {
        return e instanceof RetriableException
                || e.getCause() instanceof SocketException
                || e.getCause() instanceof UnknownHostException;
    }

    /** The bytes are not a record of the topic. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
