package org.chartwarden.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class RegisteredFormTest {

    @Test
    void shouldRemoveWhatOnlyJavaKnowsEverywhereAndNothingElse() {
        Schema generated = new Schema.Parser().parse("""
                        {"type": "record", "name": "Ward", "namespace": "n", "doc": "A ward.", "aliases": ["Unit"], "fields": [
                          {"name": "id", "type": {"type": "string", "avro.java.string": "String"}, "doc": "Its id."},
                          {"name": "beds", "default": [], "type": {"type": "array", "items": {
                            "type": "record", "name": "Bed", "fields": [
                              {"name": "note", "default": null,
                               "type": ["null", {"type": "string", "avro.java.string": "String"}]},
                              {"name": "since", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}}}]}""");

        Schema registered = RegisteredForm.of(generated);

        assertThat(registered.toString())
                .isEqualTo("{\"type\":\"record\",\"name\":\"Ward\",\"namespace\":\"n\",\"doc\":\"A ward.\",\"fields\":["
                        + "{\"name\":\"id\",\"type\":\"string\",\"doc\":\"Its id.\"},"
                        + "{\"name\":\"beds\",\"type\":{\"type\":\"array\",\"items\":"
                        + "{\"type\":\"record\",\"name\":\"Bed\",\"fields\":["
                        + "{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null},"
                        + "{\"name\":\"since\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}]}},"
                        + "\"default\":[]}],\"aliases\":[\"Unit\"]}");
    }
}
