package org.chartwarden.streams.failure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the registry answers. For the global thread, which cannot be replaced when it dies, and has no group whose
 * other members would wait for it.
 */
public final class WaitingDeserializer<T> implements Deserializer<T> {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingDeserializer.class);

    private final Deserializer<T> deserializer;
    private final Duration pause;

    public WaitingDeserializer(Deserializer<T> deserializer, Duration pause) {
        this.deserializer = deserializer;
        this.pause = pause;
    }

    @Override
    public T deserialize(String topic, byte[] data) {
        while (true) {
            try {
                return deserializer.deserialize(topic, data);
            } catch (RetriableException e) {
                LOG.warn("A record of {} waits for the registry: {}", topic, e.getMessage());
                LockSupport.parkNanos(pause.toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptException("Interrupted while waiting for the registry");
                }
            }
        }
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
