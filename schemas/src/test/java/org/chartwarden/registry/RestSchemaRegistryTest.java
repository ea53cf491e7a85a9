package org.chartwarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestSchemaRegistryTest {

    private static final Schema WARD = new Schema.Parser().parse("""
                    {"type": "record", "name": "Ward", "fields": [
                      {"name": "id", "type": {"type": "string", "avro.java.string": "String"}}]}""");

    private static final String WARD_BODY = "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Ward\\\","
            + "\\\"fields\\\":[{\\\"name\\\":\\\"id\\\",\\\"type\\\":\\\"string\\\"}]}\"}";

    private ScriptedRegistry server;
    private SchemaRegistry registry;

    @BeforeEach
    void connect() throws IOException {
        server = new ScriptedRegistry();
        registry = SchemaRegistry.connect(Map.of("schema.registry.url", server.url() + "/"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldRegisterOnceAndWithoutWhatOnlyJavaKnows() {
        server.answering(200, "{\"id\":7}");

        int first = registry.register("wards-value", WARD);
        int second = registry.register("wards-value", WARD);

        assertThat(first).isEqualTo(7);
        assertThat(second).isEqualTo(7);
        assertThat(server.requests())
                .containsExactly(new ScriptedRegistry.Request("POST /subjects/wards-value/versions", null, WARD_BODY));
    }

    @Test
    void shouldLookUpAnIdAndEncodeTheSubject() {
        server.answering(200, "{\"subject\":\"a/b c-value\",\"version\":1,\"id\":3,\"schema\":\"...\"}");

        int id = registry.idOf("a/b c-value", WARD);

        assertThat(id).isEqualTo(3);
        assertThat(server.requests())
                .containsExactly(new ScriptedRegistry.Request("POST /subjects/a%2Fb%20c-value", null, WARD_BODY));
    }

    @Test
    void shouldAskForASchemaOnce() {
        server.answering(200, WARD_BODY);

        Schema first = registry.byId(7);
        Schema second = registry.byId(7);

        assertThat(first).isEqualTo(RegisteredForm.of(WARD)).isSameAs(second);
        assertThat(server.requestLines()).containsExactly("GET /schemas/ids/7");
    }

    @Test
    void shouldReadTheSchemasThatOneRefersTo() {
        server.answering(200, """
                {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Stay\\",\\"fields\\":[{\\"name\\":\\"bed\\",\\"type\\":\\"Bed\\"}]}",
                 "references": [{"name": "Bed", "subject": "beds", "version": 2}]}""");
        server.answering(200, """
                {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Bed\\",\\"fields\\":[{\\"name\\":\\"ward\\",\\"type\\":\\"Ward\\"}]}",
                 "references": [{"name": "Ward", "subject": "wards", "version": 1}]}""");
        server.answering(200, WARD_BODY);

        Schema schema = registry.byId(9);

        Schema bed = SchemaBuilder.record("Bed")
                .fields()
                .name("ward")
                .type(RegisteredForm.of(WARD))
                .noDefault()
                .endRecord();
        assertThat(schema)
                .isEqualTo(SchemaBuilder.record("Stay")
                        .fields()
                        .name("bed")
                        .type(bed)
                        .noDefault()
                        .endRecord());
        assertThat(server.requestLines())
                .containsExactly(
                        "GET /schemas/ids/9", "GET /subjects/beds/versions/2", "GET /subjects/wards/versions/1");
    }

    @Test
    void shouldTellTheLatestVersion() {
        server.answering(200, "{\"subject\":\"wards-value\",\"version\":4,\"id\":11,\"schema\":\"\\\"string\\\"\"}");

        RegisteredSchema latest = registry.latest("wards-value");

        assertThat(latest)
                .isEqualTo(new RegisteredSchema(
                        "wards-value", 4, 11, SchemaBuilder.builder().stringType()));
        assertThat(server.requestLines()).containsExactly("GET /subjects/wards-value/versions/latest");
    }

    @Test
    void shouldTellWhetherASchemaIsCompatible() {
        server.answering(200, "{\"is_compatible\":false}");
        server.answering(404, "{\"error_code\":40401,\"message\":\"no such subject\"}");

        assertThat(registry.isCompatible("wards-value", WARD)).isFalse();
        assertThat(registry.isCompatible("new-value", WARD)).isTrue();
        assertThat(server.requests())
                .containsExactly(
                        new ScriptedRegistry.Request(
                                "POST /compatibility/subjects/wards-value/versions", null, WARD_BODY),
                        new ScriptedRegistry.Request(
                                "POST /compatibility/subjects/new-value/versions", null, WARD_BODY));
    }

    @Test
    void shouldReadAndSetCompatibility() {
        server.answering(200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        server.answering(200, "{\"compatibilityLevel\":\"BACKWARD\"}");
        server.answering(200, "{\"compatibility\":\"FULL\"}");
        server.answering(200, "{\"compatibility\":\"NONE\"}");

        assertThat(registry.compatibility("wards-value")).isEqualTo(CompatibilityLevel.FULL_TRANSITIVE);
        assertThat(registry.globalCompatibility()).isEqualTo(CompatibilityLevel.BACKWARD);
        registry.setCompatibility("wards-value", CompatibilityLevel.FULL);
        registry.setGlobalCompatibility(CompatibilityLevel.NONE);

        assertThat(server.requests())
                .containsExactly(
                        new ScriptedRegistry.Request("GET /config/wards-value?defaultToGlobal=true", null, ""),
                        new ScriptedRegistry.Request("GET /config", null, ""),
                        new ScriptedRegistry.Request("PUT /config/wards-value", null, "{\"compatibility\":\"FULL\"}"),
                        new ScriptedRegistry.Request("PUT /config", null, "{\"compatibility\":\"NONE\"}"));
    }

    @Test
    void shouldSortTheSubjects() {
        server.answering(200, "[\"b-value\",\"a-value\"]");

        assertThat(registry.subjects()).containsExactly("a-value", "b-value");
    }

    @Test
    void shouldSayWhatTheRegistryRefused() {
        server.answering(409, "{\"error_code\":409,\"message\":\"type changed at /fields/0\"}");

        assertThatThrownBy(() -> registry.register("wards-value", WARD))
                .isInstanceOfSatisfying(SchemaRegistryException.class, error -> {
                    assertThat(error.status()).isEqualTo(409);
                    assertThat(error.errorCode()).isEqualTo(SchemaRegistryException.INCOMPATIBLE);
                    assertThat(error.retriable()).isFalse();
                })
                .hasMessage("The schema registry refused POST " + server.url()
                        + "/subjects/wards-value/versions: type changed at /fields/0 (HTTP 409, error code 409)");
    }

    @Test
    void shouldSayThatAnotherServerIsNoRegistry() {
        server.answering(200, "<html>hello</html>");

        assertThatThrownBy(() -> registry.subjects())
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessage("The answer to GET " + server.url() + "/subjects is not JSON: is this a schema registry?");
    }

    @Test
    void shouldNotTakeAnotherTypeOfSchemaForAvro() {
        server.answering(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}");

        assertThatThrownBy(() -> registry.byId(1))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessage("The schema is of type PROTOBUF, but must be AVRO");
    }
}
