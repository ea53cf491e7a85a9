package org.chartwarden.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.chartwarden.registry.SchemaRegistry;

/**
 * Avro in Confluent's wire format, configured with the keys of Confluent's {@code SpecificAvroSerde}, which can take
 * its place: see docs/schema-registry.md.
 *
 * @param <T> what is written and read, usually a generated class
 */
public final class AvroSerde<T extends GenericContainer> implements Serde<T> {

    private final AvroSerializer<T> serializer = new AvroSerializer<>();
    private final AvroDeserializer<T> deserializer = new AvroDeserializer<>();

    /** Reads generated classes unless {@code specific.avro.reader} says otherwise. */
    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        Map<String, Object> completed = new HashMap<>(configuration);
        completed.putIfAbsent(SerdeSettings.SPECIFIC, true);
        SchemaRegistry registry = SchemaRegistry.connect(completed);
        serializer.configure(registry, completed, isKey);
        deserializer.configure(registry, completed, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
