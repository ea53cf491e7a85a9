package org.chartwarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class InMemorySchemaRegistryTest {

    private static final Schema WARD =
            SchemaBuilder.record("Ward").fields().requiredString("id").endRecord();

    private static final Schema WITH_FLOOR = SchemaBuilder.record("Ward")
            .fields()
            .requiredString("id")
            .optionalInt("floor")
            .endRecord();

    private static final Schema WITH_BEDS = SchemaBuilder.record("Ward")
            .fields()
            .requiredString("id")
            .requiredInt("beds")
            .endRecord();

    private final SchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void shouldGiveASchemaOneIdInAllSubjects() {
        int id = registry.register("a-value", WARD);

        assertThat(registry.register("a-value", WARD)).isEqualTo(id);
        assertThat(registry.register("b-value", WARD)).isEqualTo(id);
        assertThat(registry.idOf("b-value", WARD)).isEqualTo(id);
        assertThat(registry.byId(id)).isEqualTo(WARD);
        assertThat(registry.subjects()).containsExactly("a-value", "b-value");
    }

    @Test
    void shouldCountVersionsPerSubject() {
        registry.register("a-value", WARD);
        registry.register("b-value", WITH_FLOOR);
        int id = registry.register("a-value", WITH_FLOOR);

        assertThat(registry.latest("a-value")).isEqualTo(new RegisteredSchema("a-value", 2, id, WITH_FLOOR));
        assertThat(registry.latest("b-value")).isEqualTo(new RegisteredSchema("b-value", 1, id, WITH_FLOOR));
    }

    @Test
    void shouldRefuseWhatTheSubjectsLevelForbids() {
        registry.register("a-value", WARD);

        assertThat(registry.isCompatible("a-value", WITH_BEDS)).isFalse();
        assertThatThrownBy(() -> registry.register("a-value", WITH_BEDS))
                .isInstanceOfSatisfying(
                        SchemaRegistryException.class,
                        error -> assertThat(error.errorCode()).isEqualTo(SchemaRegistryException.INCOMPATIBLE))
                .hasMessageContaining("/fields/1");

        registry.setCompatibility("a-value", CompatibilityLevel.NONE);

        assertThat(registry.register("a-value", WITH_BEDS)).isEqualTo(2);
    }

    @Test
    void shouldFallBackToTheLevelOfAll() {
        registry.setGlobalCompatibility(CompatibilityLevel.FULL);
        registry.setCompatibility("a-value", CompatibilityLevel.NONE);

        assertThat(registry.globalCompatibility()).isEqualTo(CompatibilityLevel.FULL);
        assertThat(registry.compatibility("a-value")).isEqualTo(CompatibilityLevel.NONE);
        assertThat(registry.compatibility("b-value")).isEqualTo(CompatibilityLevel.FULL);
    }

    @Test
    void shouldKnowNothingThatWasNotRegistered() {
        assertThatThrownBy(() -> registry.byId(1)).hasMessageStartingWith("There is no schema with the id 1");
        assertThatThrownBy(() -> registry.latest("a-value")).hasMessageStartingWith("There is no subject a-value");
        assertThatThrownBy(() -> registry.idOf("a-value", WARD))
                .hasMessageStartingWith("Ward is not registered for the subject a-value");
    }

    @Test
    void shouldBeSharedByAllThatNameItsScope() {
        Map<String, String> configuration = Map.of("schema.registry.url", "mock://shared");
        int id = SchemaRegistry.connect(configuration).register("a-value", WARD);

        assertThat(SchemaRegistry.connect(configuration).byId(id)).isEqualTo(WARD);
        assertThat(InMemorySchemaRegistry.forScope("another").subjects()).isEmpty();

        InMemorySchemaRegistry.dropScope("shared");

        assertThat(SchemaRegistry.connect(configuration).subjects()).isEmpty();
    }
}
