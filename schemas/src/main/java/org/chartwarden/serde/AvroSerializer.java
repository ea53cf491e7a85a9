package org.chartwarden.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.chartwarden.registry.RegisteredSchema;
import org.chartwarden.registry.SchemaRegistry;

/**
 * Writes an Avro record, generated or generic, in Confluent's wire format. The subject is the topic's name followed by
 * {@code -key} or {@code -value}. Null is written as null. Once configured, safe for use by several threads.
 *
 * <p>Throws Kafka's {@code SerializationException} for a record that does not fit its schema or whose schema the
 * registry refuses, and Kafka's retriable {@code TimeoutException} when the registry does not answer.
 */
public final class AvroSerializer<T extends GenericContainer> implements Serializer<T> {

    static {
        TrustedClasses.ensure();
    }

    /** Reused by every record of a thread: a new one costs more than a small record. */
    private static final class Buffer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    }

    private record Target(String topic, Schema schema) {}

    private record Writer<T>(byte[] header, DatumWriter<T> avro) {}

    private static final ThreadLocal<Buffer> BUFFERS = ThreadLocal.withInitial(Buffer::new);

    private final Map<Target, Writer<T>> writers = new ConcurrentHashMap<>();
    private SchemaRegistry registry;
    private SerdeSettings settings;
    private String subjectSuffix;

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        configure(SchemaRegistry.connect(configuration), configuration, isKey);
    }

    /** With a registry that others use as well. */
    void configure(SchemaRegistry registry, Map<String, ?> configuration, boolean isKey) {
        this.registry = registry;
        this.settings = SerdeSettings.of(configuration, isKey);
        this.subjectSuffix = isKey ? "-key" : "-value";
    }

    @Override
    public byte[] serialize(String topic, T value) {
        if (value == null) {
            return null;
        }
        Writer<T> writer = writer(topic, value);
        Buffer buffer = BUFFERS.get();
        buffer.bytes.reset();
        buffer.bytes.writeBytes(writer.header);
        try {
            writer.avro.write(value, buffer.encoder);
            buffer.encoder.flush();
            return buffer.bytes.toByteArray();
        } catch (IOException | RuntimeException e) {
            BUFFERS.remove(); // the encoder holds half a record
            throw SerdeErrors.unconvertible(
                    "A record for the topic " + topic + " does not fit its schema "
                            + value.getSchema().getFullName() + " and was not written",
                    e);
        }
    }

    private Writer<T> writer(String topic, T value) {
        Target target = new Target(topic, value.getSchema());
        Writer<T> known = writers.get(target);
        if (known == null) {
            // Not computeIfAbsent: the registry may be slow, and other topics need not wait for it.
            known = SerdeErrors.asking(topic, () -> newWriter(topic, value));
            writers.put(target, known);
        }
        return known;
    }

    private Writer<T> newWriter(String topic, T value) {
        String subject = topic + subjectSuffix;
        Schema schema = value.getSchema();
        DatumWriter<T> own = avroWriter(value);
        if (settings.autoRegister()) {
            return new Writer<>(WireFormat.header(registry.register(subject, schema)), own);
        }
        if (settings.useLatest()) {
            RegisteredSchema latest = registry.latest(subject);
            return new Writer<>(
                    WireFormat.header(latest.id()), new ConvertingDatumWriter<>(own, schema, latest.schema()));
        }
        return new Writer<>(WireFormat.header(registry.idOf(subject, schema)), own);
    }

    private DatumWriter<T> avroWriter(T value) {
        return value instanceof SpecificRecord
                ? new NullableUnions<>(value.getSchema(), SpecificData.getForClass(value.getClass()))
                : new GenericDatumWriter<>(value.getSchema());
    }
}
