package org.chartwarden.producers.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\":1}",
                "{\"a\":1}\n{\"a\":2}\n",
                "{\"a\":1}\n\n\n",
                "{\"a\":1,\n{\"a\":2}\n",
                "{\"a\":\"cut o\n{\"a\":2}\n",
                "{\"a\":{\"b\":1}\n{\"a\":2}\n",
                "{\"a\":\n{\"resourceType\":\"Patient\"}\n",
                "nonsense\n{\"a\":2}\n",
                "[1]\n[2]\n"
            })
    void shouldBeLines(String text) {
        assertThat(layout(text)).isEqualTo(Layout.LINES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n  \"a\": 1\n}\n",
                "\n{\r\n\"a\": 1}",
                "{\"a\": [\n{\"b\": 1}]}",
                "{\"a\":\n{\"b\": 1}}",
                "{ \"a\": 1,\n  \"b\": 2}",
                "{\"a\":true\n}"
            })
    void shouldBeDocument(String text) {
        assertThat(layout(text)).isEqualTo(Layout.DOCUMENT);
    }

    private static Layout layout(String text) {
        return Layout.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
