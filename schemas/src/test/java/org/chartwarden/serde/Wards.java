package org.chartwarden.serde;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.chartwarden.registry.InMemorySchemaRegistry;

/** Small records and serdes for the tests of this package. */
final class Wards {

    static final Schema WARD =
            SchemaBuilder.record("Ward").fields().requiredString("id").endRecord();

    static final String SCOPE = "serde-tests";

    static final Map<String, Object> CONFIGURATION = Map.of("schema.registry.url", "mock://" + SCOPE);

    private Wards() {}

    /** The registry of {@link #CONFIGURATION}. */
    static InMemorySchemaRegistry registry() {
        return InMemorySchemaRegistry.forScope(SCOPE);
    }

    static GenericRecord ward(String id) {
        return new GenericRecordBuilder(WARD).set("id", id).build();
    }

    static GenericRecord misfit(Object id) {
        GenericRecord record = new GenericData.Record(WARD);
        record.put("id", id);
        return record;
    }
}
