package org.chartwarden.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.chartwarden.registry.InMemorySchemaRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroDeserializerTest {

    @BeforeEach
    void register() {
        Wards.registry().register("wards-value", Wards.WARD);
    }

    @AfterEach
    void forget() {
        InMemorySchemaRegistry.dropScope(Wards.SCOPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''               | A record on the topic wards has 0 bytes, but must start with the byte 0 and the schema's id in four bytes (Confluent's wire format).
            00000000         | A record on the topic wards has 4 bytes, but must start with the byte 0 and the schema's id in four bytes (Confluent's wire format).
            7b0000000101     | A record on the topic wards starts with the byte 123, but must start with the byte 0 and the schema's id in four bytes (Confluent's wire format).
            0000000009047731 | The schema of a record on the topic wards is not available: There is no schema with the id 9 (HTTP 404, error code 40403)
            000000000108     | A record on the topic wards is not what its schema (id 1) describes (EOFException).
            00000000010477   | A record on the topic wards is not what its schema (id 1) describes (EOFException).
            0000000001047731ff | A record on the topic wards is not what its schema (id 1) describes (AvroRuntimeException).
            """)
    void shouldSayWhatIsWrongWithTheBytes(String hex, String message) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> deserializer(Map.of()).deserialize("wards", bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessage(message);
    }

    @Test
    void shouldReadOnAfterABrokenRecord() {
        AvroDeserializer<GenericRecord> deserializer = deserializer(Map.of());
        assertThatThrownBy(
                        () -> deserializer.deserialize("wards", HexFormat.of().parseHex("00000000010477")))
                .isInstanceOf(SerializationException.class);

        assertThat(deserializer.deserialize("wards", HexFormat.of().parseHex("0000000001047731")))
                .isEqualTo(Wards.ward("w1"));
    }

    @Test
    void shouldSayThatThereIsNoClass() {
        AvroDeserializer<GenericRecord> specific = deserializer(Map.of("specific.avro.reader", "true"));

        assertThatThrownBy(() -> specific.deserialize("wards", HexFormat.of().parseHex("0000000001047731")))
                .isInstanceOf(SerializationException.class)
                .hasMessage("A record on the topic wards is of the schema Ward,"
                        + " for which there is no generated class on the class path.");
    }

    @Test
    void shouldLetKafkaTryAgainWhenTheRegistryIsAway() {
        AvroDeserializer<GenericRecord> deserializer =
                deserializer(Map.of("schema.registry.url", "http://localhost:1", "max.retries", "0"));

        assertThatThrownBy(
                        () -> deserializer.deserialize("wards", HexFormat.of().parseHex("0000000001047731")))
                .isInstanceOf(RetriableException.class);
    }

    private static AvroDeserializer<GenericRecord> deserializer(Map<String, Object> configuration) {
        Map<String, Object> completed = new HashMap<>(Wards.CONFIGURATION);
        completed.putAll(configuration);
        AvroDeserializer<GenericRecord> deserializer = new AvroDeserializer<>();
        deserializer.configure(completed, false);
        return deserializer;
    }
}
