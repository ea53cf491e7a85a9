package org.chartwarden.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The mapping, what is written, and what the documentation says are three tellings of one thing. */
class MappingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PAGE = Path.of("../docs/elasticsearch.md");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([a-z]+) \\| .+ \\|");

    @Test
    void shouldMapExactlyTheFieldsOfAFullAccess() throws IOException {
        Document document = AccessDocument.of(Samples.fullAccess(), AccessIndices.MONTH, Samples.NOW);

        assertThat(written(document)).isEqualTo(leaves(mapping("accesses")));
    }

    @Test
    void shouldMapExactlyTheFieldsOfAFullAlert() throws IOException {
        Document document = AlertDocument.of(Samples.fullAlert(), Samples.NOW);

        assertThat(written(document)).isEqualTo(leaves(mapping("alerts")));
    }

    @Test
    void shouldRefuseFieldsThatAreNotMapped() throws IOException {
        assertThat(template("accesses").at("/template/mappings/dynamic").textValue())
                .isEqualTo("strict");
        assertThat(template("alerts").at("/template/mappings/dynamic").textValue())
                .isEqualTo("strict");
    }

    @Test
    void shouldDocumentEveryFieldOfTheAccessesWithItsType() throws IOException {
        assertThat(documented("## Accesses")).isEqualTo(mapping("accesses"));
    }

    @Test
    void shouldDocumentEveryFieldOfTheAlertsWithItsType() throws IOException {
        assertThat(documented("## Alerts")).isEqualTo(mapping("alerts"));
    }

    private static Map<String, String> documented(String heading) throws IOException {
        String page = Files.readString(PAGE);
        String section =
                page.substring(page.indexOf(heading) + heading.length()).split("\n## ")[0];
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(section);
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }
        return rows;
    }

    private static JsonNode template(String name) throws IOException {
        try (InputStream template = IndexTemplates.open(name)) {
            return JSON.readTree(template);
        }
    }

    /** Field name to type. */
    private static Map<String, String> mapping(String name) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        collect(template(name).at("/template/mappings/properties"), "", fields);
        return fields;
    }

    private static void collect(JsonNode properties, String prefix, Map<String, String> fields) {
        properties.properties().forEach(property -> {
            if (property.getValue().has("type")) {
                fields.put(
                        prefix + property.getKey(),
                        property.getValue().get("type").textValue());
            }
            collect(property.getValue().path("properties"), prefix + property.getKey() + ".", fields);
        });
    }

    private static TreeSet<String> leaves(Map<String, String> mapping) {
        TreeSet<String> leaves = new TreeSet<>(mapping.keySet());
        leaves.removeIf(field -> "nested".equals(mapping.get(field)));
        return leaves;
    }

    private static TreeSet<String> written(Document document) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        flatten(JSON.readTree(document.fields().toJson()), "", names);
        return names;
    }

    private static void flatten(JsonNode node, String name, TreeSet<String> names) {
        if (node.isArray()) {
            node.forEach(element -> flatten(element, name, names));
        } else if (node.isObject()) {
            String prefix = name.isEmpty() ? "" : name + ".";
            node.properties().forEach(field -> flatten(field.getValue(), prefix + field.getKey(), names));
        } else {
            names.add(name);
        }
    }
}
