package org.chartwarden.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.chartwarden.registry.CompatibilityLevel;
import org.junit.jupiter.api.Test;

/** Fails the build before a registry at a site refuses the schema, or a record of years ago cannot be read. */
class SchemaCompatibilityTest {

    @Test
    void shouldReadAndBeReadByEveryRelease() throws IOException {
        Map<String, Map<String, Schema>> releases = ContractSchemas.released();

        List<String> objections = new ArrayList<>();
        releases.forEach((version, released) -> objections.addAll(objections(version, released)));

        assertThat(releases).as("releases under schemas/released").isNotEmpty();
        assertThat(objections)
                .as("what is incompatible, by release and place in the schema")
                .isEmpty();
    }

    private static List<String> objections(String version, Map<String, Schema> released) {
        Map<String, Schema> current = ContractSchemas.current();
        List<String> objections = new ArrayList<>();
        released.forEach((name, schema) -> {
            if (current.containsKey(name)) {
                CompatibilityLevel.FULL_TRANSITIVE
                        .objections(current.get(name), List.of(schema))
                        .forEach(objection -> objections.add("release " + version + ", " + name + ": " + objection));
            } else {
                objections.add("release " + version + ", " + name + ": the schema has vanished");
            }
        });
        return objections;
    }

    @Test
    void shouldKeepEveryReleaseWhole() throws IOException {
        assertThat(ContractSchemas.released().values())
                .isNotEmpty()
                .allSatisfy(released -> assertThat(released)
                        .containsKeys("AccessEvent", "Alert", "DeadLetter")
                        .hasSizeGreaterThanOrEqualTo(9));
    }
}
