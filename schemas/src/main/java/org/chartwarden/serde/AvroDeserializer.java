package org.chartwarden.serde;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.chartwarden.registry.SchemaRegistry;

/**
 * Reads an Avro record in Confluent's wire format: into the generated class, whose schema may be newer or older than
 * the writer's, or into a generic record of the writer's schema. Null is read as null. Once configured, safe for use by
 * several threads.
 *
 * <p>Throws Kafka's {@code SerializationException} for bytes that are not such a record, and Kafka's retriable
 * {@code TimeoutException} when the registry does not answer.
 */
public final class AvroDeserializer<T extends GenericContainer> implements Deserializer<T> {

    static {
        TrustedClasses.ensure();
    }

    /** Reused by every record of a thread: a new one costs more than a small record. */
    private static final ThreadLocal<BinaryDecoder> DECODERS = new ThreadLocal<>();

    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
    private SchemaRegistry registry;
    private SerdeSettings settings;

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        configure(SchemaRegistry.connect(configuration), configuration, isKey);
    }

    /** With a registry that others use as well. */
    void configure(SchemaRegistry registry, Map<String, ?> configuration, boolean isKey) {
        this.registry = registry;
        this.settings = SerdeSettings.of(configuration, isKey);
    }

    @Override
    public T deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = WireFormat.schemaId(topic, bytes);
        DatumReader<T> reader = reader(topic, id);
        int length = bytes.length - WireFormat.HEADER_LENGTH;
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER_LENGTH, length, DECODERS.get());
        DECODERS.set(decoder);
        try {
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new AvroRuntimeException("bytes are left over");
            }
            return value;
        } catch (IOException | RuntimeException e) {
            throw SerdeErrors.unconvertible(
                    "A record on the topic " + topic + " is not what its schema (id " + id + ") describes", e);
        }
    }

    private DatumReader<T> reader(String topic, int id) {
        DatumReader<T> known = readers.get(id);
        if (known == null) {
            // Not computeIfAbsent: the registry may be slow, and other schemas need not wait for it.
            Schema written = SerdeErrors.asking(topic, () -> registry.byId(id));
            known = settings.specific() ? specificReader(topic, written) : new GenericDatumReader<>(written);
            readers.put(id, known);
        }
        return known;
    }

    private DatumReader<T> specificReader(String topic, Schema written) {
        Class<?> type =
                settings.specificType() == null ? SpecificData.get().getClass(written) : settings.specificType();
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new SerializationException("A record on the topic " + topic + " is of the schema "
                    + written.getFullName() + ", for which there is no generated class on the class path.");
        }
        SpecificData data = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(written, data.getSchema(type), data);
    }
}
