package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwarden.sink.elasticsearch.IndexTemplates;

/**
 * The fields that the documents of an index have, with their types: those of the mapping that docs/elasticsearch.md has
 * in the kind's table. Kinds share parts of their mappings, so a mapping alone may have fields that one never has.
 */
final class IndexFields {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| [a-z]+ \\| .+ \\|");
    private static final Map<String, String> HEADINGS = Map.of(
            "chartwarden-accesses-*", "## Accesses",
            "chartwarden-alerts", "## Alerts",
            "chartwarden-alert-revisions", "## Alerts",
            "chartwarden-dispositions", "## Dispositions",
            "chartwarden-notifications", "## Notifications",
            "chartwarden-dead-letters", "## Dead letters");

    private IndexFields() {}

    /** Name to type. */
    static Map<String, String> of(JsonNode dataView) {
        String indices = dataView.at("/attributes/title").asText();
        Map<String, String> fields = new TreeMap<>();
        JsonNode mapping = IndexTemplates.mappingOf(indices.replace("*", "2026.01"))
                .orElseThrow(() -> new AssertionError("no template makes " + indices));
        collect(mapping.path("properties"), "", fields);
        fields.keySet().retainAll(documented(HEADINGS.get(indices)));
        return fields;
    }

    private static void collect(JsonNode properties, String prefix, Map<String, String> fields) {
        properties.properties().forEach(property -> {
            String name = prefix + property.getKey();
            if (property.getValue().has("type")) {
                fields.put(name, property.getValue().get("type").asText());
            }
            collect(property.getValue().path("properties"), name + ".", fields);
        });
    }

    private static Set<String> documented(String heading) {
        String page = page();
        String section =
                page.substring(page.indexOf(heading) + heading.length()).split("\n## ")[0];
        Set<String> names = new TreeSet<>();
        Matcher row = ROW.matcher(section);
        while (row.find()) {
            names.add(row.group(1));
        }
        return names;
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/elasticsearch.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
