package org.chartwarden.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.serialization.Serde;
import org.chartwarden.model.Department;
import org.chartwarden.model.Patient;
import org.chartwarden.model.RuleText;
import org.chartwarden.registry.InMemorySchemaRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

    @AfterEach
    void forget() {
        InMemorySchemaRegistry.dropScope(Wards.SCOPE);
    }

    @Test
    void shouldReadWhatItWrote() {
        Serde<Patient> serde = serde();
        Patient patient = Patient.newBuilder()
                .setPatientId("p1")
                .setBirthDate(LocalDate.of(1960, 2, 29))
                .setSecurityLabels(List.of("VIP"))
                .build();

        byte[] bytes = serde.serializer().serialize("patients", patient);

        assertThat(serde.deserializer().deserialize("patients", bytes)).isEqualTo(patient);
    }

    @Test
    void shouldWriteConfluentsWireFormat() {
        Serde<Department> serde = serde();

        byte[] bytes = serde.serializer().serialize("wards", new Department("w1", null));

        assertThat(bytes).containsExactly(0, 0, 0, 0, 1, 4, 'w', '1', 0);
    }

    @Test
    void shouldKeepNullAsTheTombstoneThatItIs() {
        Serde<Department> serde = serde();

        assertThat(serde.serializer().serialize("wards", null)).isNull();
        assertThat(serde.deserializer().deserialize("wards", null)).isNull();
        assertThat(Wards.registry().subjects()).isEmpty();
    }

    @Test
    void shouldNameTheSubjectAfterTheTopic() {
        Serde<Department> key = new AvroSerde<>();
        key.configure(Wards.CONFIGURATION, true);

        key.serializer().serialize("wards", new Department("w1", null));
        AvroSerdeTest.<RuleText>serde()
                .serializer()
                .serialize("wards", new RuleText("r1@1@0", "r1", 1, "Rule", "id: r1", "0", Instant.EPOCH));

        assertThat(Wards.registry().subjects()).containsExactly("wards-key", "wards-value");
    }

    @Test
    void shouldReadAnOlderWritersRecordIntoTodaysClass() {
        var older = SchemaBuilder.record("org.chartwarden.model.Department")
                .fields()
                .requiredInt("floor")
                .requiredString("id")
                .endRecord();
        GenericRecord record =
                new GenericRecordBuilder(older).set("floor", 3).set("id", "w1").build();
        byte[] bytes = AvroSerdeTest.<GenericRecord>serde().serializer().serialize("wards", record);

        assertThat(AvroSerdeTest.<Department>serde().deserializer().deserialize("wards", bytes))
                .isEqualTo(new Department("w1", null));
    }

    @Test
    void shouldReadGenericRecordsWhenTold() {
        byte[] bytes = AvroSerdeTest.<Department>serde().serializer().serialize("wards", new Department("w1", null));
        Serde<GenericRecord> generic = new AvroSerde<>();
        generic.configure(
                Map.of("schema.registry.url", "mock://" + Wards.SCOPE, "specific.avro.reader", "false"), false);

        GenericRecord record = generic.deserializer().deserialize("wards", bytes);

        assertThat(record.get("id")).hasToString("w1");
        assertThat(record.getSchema().getFullName()).isEqualTo("org.chartwarden.model.Department");
    }

    @Test
    void shouldLeaveNothingOfALargeRecordInTheNextOne() {
        Serde<Department> serde = serde();
        byte[] small = serde.serializer().serialize("wards", new Department("w1", null));

        serde.serializer().serialize("wards", new Department("w2", "x".repeat(100_000)));

        assertThat(serde.serializer().serialize("wards", new Department("w1", null)))
                .isEqualTo(small);
        assertThat(ByteBuffer.wrap(small).getInt(1)).isEqualTo(1);
    }

    private static <T extends GenericContainer> Serde<T> serde() {
        Serde<T> serde = new AvroSerde<>();
        serde.configure(Wards.CONFIGURATION, false);
        return serde;
    }
}
