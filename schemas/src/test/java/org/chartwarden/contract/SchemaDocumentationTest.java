package org.chartwarden.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** A field without words is one that every site guesses the meaning of. */
class SchemaDocumentationTest {

    @Test
    void shouldDescribeEveryTypeAndField() {
        Set<String> seen = new HashSet<>();
        List<String> silent = new ArrayList<>();

        ContractSchemas.current().values().forEach(schema -> findSilent(schema, seen, silent));

        assertThat(seen).contains("org.chartwarden.model.AccessEvent", "org.chartwarden.model.Severity");
        assertThat(silent).as("types and fields without a doc").isEmpty();
    }

    private static void findSilent(Schema schema, Set<String> seen, List<String> silent) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    check(schema.getFullName(), schema.getDoc(), silent);
                    for (Schema.Field field : schema.getFields()) {
                        check(schema.getFullName() + "." + field.name(), field.doc(), silent);
                        findSilent(field.schema(), seen, silent);
                    }
                }
            }
            case ENUM, FIXED -> {
                seen.add(schema.getFullName());
                check(schema.getFullName(), schema.getDoc(), silent);
            }
            case ARRAY -> findSilent(schema.getElementType(), seen, silent);
            case MAP -> findSilent(schema.getValueType(), seen, silent);
            case UNION -> schema.getTypes().forEach(type -> findSilent(type, seen, silent));
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
                // Described by the field that has them.
            }
        }
    }

    private static void check(String name, String doc, List<String> silent) {
        if (doc == null || doc.isBlank()) {
            silent.add(name);
        }
    }
}
