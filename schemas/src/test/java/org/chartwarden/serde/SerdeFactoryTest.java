package org.chartwarden.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.chartwarden.model.Department;
import org.chartwarden.registry.InMemorySchemaRegistry;
import org.chartwarden.settings.SettingsException;
import org.junit.jupiter.api.Test;

class SerdeFactoryTest {

    private static final Map<String, String> CONFIGURATION = Map.of("schema.registry.url", "mock://factory-tests");

    @Test
    void shouldMakeOurSerde() {
        SerdeFactory serdes = new SerdeFactory("org.chartwarden.serde.AvroSerde", CONFIGURATION);
        Serde<Department> serde = serdes.valueSerde(Department.class);

        byte[] bytes = serde.serializer().serialize("wards", new Department("w1", "Ward 1"));

        assertThat(serde.deserializer().deserialize("wards", bytes)).isEqualTo(new Department("w1", "Ward 1"));
        InMemorySchemaRegistry.dropScope("factory-tests");
    }

    @Test
    void shouldConfigureAnotherSerdeAsConfluentsNeedsIt() {
        Serde<Department> serde =
                new SerdeFactory(OtherSerde.class.getName(), CONFIGURATION).valueSerde(Department.class);

        assertThat(serde).isInstanceOfSatisfying(OtherSerde.class, other -> {
            assertThat(other.isKey).isFalse();
            assertThat(other.configuration)
                    .isEqualTo(Map.of(
                            "schema.registry.url",
                            "mock://factory-tests",
                            "specific.avro.reader",
                            true,
                            "specific.avro.value.type",
                            Department.class,
                            "avro.remove.java.properties",
                            true));
        });
    }

    @Test
    void shouldSayHowToAddAMissingClass() {
        assertThatThrownBy(() -> new SerdeFactory("io.confluent.NoSuchSerde", CONFIGURATION))
                .isInstanceOf(SettingsException.class)
                .hasMessage("serde.class is io.confluent.NoSuchSerde, which cannot be loaded"
                        + " (java.lang.ClassNotFoundException: io.confluent.NoSuchSerde): put its jar,"
                        + " and those it needs, on the class path as docs/schema-registry.md says.");
    }

    @Test
    void shouldRefuseAClassThatIsNoSerde() {
        assertThatThrownBy(() -> new SerdeFactory("java.lang.String", CONFIGURATION))
                .isInstanceOf(SettingsException.class)
                .hasMessage("serde.class is java.lang.String, which does not implement"
                        + " org.apache.kafka.common.serialization.Serde.");
    }

    @Test
    void shouldRefuseAClassThatCannotBeMade() {
        SerdeFactory serdes = new SerdeFactory(SerdeWithoutConstructor.class.getName(), CONFIGURATION);

        assertThatThrownBy(() -> serdes.valueSerde(Department.class))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("serde.class is " + SerdeWithoutConstructor.class.getName()
                        + ", which needs a public constructor without parameters that works");
    }

    public static class OtherSerde implements Serde<Department> {
        private final Map<String, Object> configuration = new HashMap<>();
        private boolean isKey = true;

        @Override
        public void configure(Map<String, ?> configuration, boolean isKey) {
            this.configuration.putAll(configuration);
            this.isKey = isKey;
        }

        @Override
        public Serializer<Department> serializer() {
            throw new UnsupportedOperationException("only its configuration is looked at");
        }

        @Override
        public Deserializer<Department> deserializer() {
            throw new UnsupportedOperationException("only its configuration is looked at");
        }
    }

    public static final class SerdeWithoutConstructor extends OtherSerde {
        private SerdeWithoutConstructor() {}
    }
}
