package org.chartwarden.producers.source;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.topic.Topic;

/**
 * A record on its way to Kafka.
 *
 * @param topic where it belongs
 * @param key as the topic catalogue says
 */
public record Outgoing<T extends SpecificRecord>(Topic<T> topic, String key, T value) {

    public Outgoing {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }
}
