package org.chartwarden.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.chartwarden.registry.InMemorySchemaRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AvroSerializerTest {

    @AfterEach
    void forget() {
        InMemorySchemaRegistry.dropScope(Wards.SCOPE);
    }

    @Test
    void shouldUseOnlyWhatIsRegisteredWhenItMayNotRegister() {
        Wards.registry().register("other-value", SchemaBuilder.builder().intType());
        Wards.registry().register("wards-value", Wards.WARD);

        byte[] bytes = serializer(Map.of("auto.register.schemas", "false")).serialize("wards", Wards.ward("w1"));

        assertThat(bytes).containsExactly(0, 0, 0, 0, 2, 4, 'w', '1');
    }

    @Test
    void shouldRefuseAnUnknownSchemaWhenItMayNotRegister() {
        AvroSerializer<GenericRecord> serializer = serializer(Map.of("auto.register.schemas", "false"));

        assertThatThrownBy(() -> serializer.serialize("wards", Wards.ward("w1")))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("The schema of a record on the topic wards is not available: "
                        + "Ward is not registered for the subject wards-value");
        assertThat(Wards.registry().subjects()).isEmpty();
    }

    @Test
    void shouldWriteTheLatestVersionInItsOwnOrderOfFields() {
        Schema latest = SchemaBuilder.record("Ward")
                .fields()
                .name("floor")
                .type()
                .intType()
                .intDefault(5)
                .requiredString("id")
                .endRecord();
        Wards.registry().register("wards-value", Wards.WARD);
        Wards.registry().register("wards-value", latest);

        byte[] bytes = serializer(Map.of("auto.register.schemas", "false", "use.latest.version", "true"))
                .serialize("wards", Wards.ward("w1"));

        assertThat(bytes).containsExactly(0, 0, 0, 0, 2, 10, 4, 'w', '1');
    }

    @Test
    void shouldNotTellTheContentOfARecordThatDoesNotFit() {
        AvroSerializer<GenericRecord> serializer = serializer(Map.of());

        assertThatThrownBy(() -> serializer.serialize("wards", Wards.misfit(4711)))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("A record for the topic wards does not fit its schema Ward and was not written")
                .hasMessageNotContaining("4711")
                .hasNoCause();
        assertThat(serializer.serialize("wards", Wards.ward("w1"))).containsExactly(0, 0, 0, 0, 1, 4, 'w', '1');
    }

    @Test
    void shouldNameTheFieldThatIsMissing() {
        assertThatThrownBy(() -> serializer(Map.of()).serialize("wards", Wards.misfit(null)))
                .isInstanceOf(SerializationException.class)
                .hasMessage("A record for the topic wards does not fit its schema Ward and was not written"
                        + " (null value for (non-nullable) string at Ward.id).");
    }

    @Test
    void shouldLetKafkaTryAgainWhenTheRegistryIsAway() {
        AvroSerializer<GenericRecord> serializer =
                serializer(Map.of("schema.registry.url", "http://localhost:1", "max.retries", "0"));

        assertThatThrownBy(() -> serializer.serialize("wards", Wards.ward("w1")))
                .isInstanceOf(RetriableException.class)
                .hasMessageStartingWith("The schema of a record on the topic wards is not available: "
                        + "The schema registry http://localhost:1 did not answer: ");
    }

    private static AvroSerializer<GenericRecord> serializer(Map<String, Object> configuration) {
        Map<String, Object> completed = new HashMap<>(Wards.CONFIGURATION);
        completed.putAll(configuration);
        AvroSerializer<GenericRecord> serializer = new AvroSerializer<>();
        serializer.configure(completed, false);
        return serializer;
    }
}
