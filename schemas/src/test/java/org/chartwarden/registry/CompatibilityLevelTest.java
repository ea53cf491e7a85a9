package org.chartwarden.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityLevelTest {

    private static final Schema PLAIN =
            SchemaBuilder.record("Ward").fields().requiredString("id").endRecord();

    private static final Schema WITH_REQUIRED = SchemaBuilder.record("Ward")
            .fields()
            .requiredString("id")
            .requiredInt("beds")
            .endRecord();

    private static final Schema WITH_OPTIONAL = SchemaBuilder.record("Ward")
            .fields()
            .requiredString("id")
            .optionalInt("floor")
            .endRecord();

    private static final Schema EMPTY = SchemaBuilder.record("Ward").fields().endRecord();

    @ParameterizedTest
    @CsvSource({
        "NONE,                true,  true",
        "BACKWARD,            false, true",
        "BACKWARD_TRANSITIVE, false, true",
        "FORWARD,             true,  false",
        "FORWARD_TRANSITIVE,  true,  false",
        "FULL,                false, false",
        "FULL_TRANSITIVE,     false, false",
    })
    void shouldJudgeByDirection(CompatibilityLevel level, boolean mayAddRequired, boolean mayRemoveRequired) {
        assertThat(level.objections(WITH_REQUIRED, List.of(PLAIN)).isEmpty()).isEqualTo(mayAddRequired);
        assertThat(level.objections(EMPTY, List.of(PLAIN)).isEmpty()).isEqualTo(mayRemoveRequired);
        assertThat(level.objections(WITH_OPTIONAL, List.of(PLAIN))).isEmpty();
        assertThat(level.objections(PLAIN, List.of())).isEmpty();
    }

    @Test
    void shouldLookAtTheLastVersionOnlyUnlessTransitive() {
        List<Schema> versions = List.of(WITH_REQUIRED, PLAIN);

        assertThat(CompatibilityLevel.FULL.objections(PLAIN, versions)).isEmpty();
        assertThat(CompatibilityLevel.FULL_TRANSITIVE.objections(PLAIN, versions))
                .hasSize(1);
    }

    @Test
    void shouldSayWhereAndInWhichDirection() {
        assertThat(CompatibilityLevel.FULL_TRANSITIVE.objections(WITH_REQUIRED, List.of(PLAIN)))
                .containsExactly("the new schema cannot read version 1:"
                        + " READER_FIELD_MISSING_DEFAULT_VALUE at /fields/1: beds");
    }
}
