package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;

/** The objects as Kibana reads them from the import file. */
final class ImportFile {

    static final List<JsonNode> OBJECTS =
            KibanaObjects.ndjson().lines().map(ImportFile::parse).toList();

    private ImportFile() {}

    static List<JsonNode> objects(String type) {
        return OBJECTS.stream()
                .filter(object -> object.path("type").asText().equals(type))
                .toList();
    }

    /** Type and id, as Kibana tells objects apart. */
    static String key(JsonNode object) {
        return object.path("type").asText() + ":" + object.path("id").asText();
    }

    static JsonNode find(String key) {
        return OBJECTS.stream()
                .filter(object -> key(object).equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + key));
    }

    /** An attribute that is JSON within a string. */
    static JsonNode attribute(JsonNode object, String name) {
        return parse(object.path("attributes").path(name).asText());
    }

    static JsonNode searchSource(JsonNode object) {
        return parse(
                object.at("/attributes/kibanaSavedObjectMeta/searchSourceJSON").asText());
    }

    /** The object's own data view. */
    static JsonNode dataView(JsonNode object) {
        return find("index-pattern:"
                + target(object, searchSource(object).path("indexRefName").asText()));
    }

    /** The id that a reference leads to. */
    static String target(JsonNode object, String reference) {
        for (JsonNode candidate : object.path("references")) {
            if (candidate.path("name").asText().equals(reference)) {
                return candidate.path("id").asText();
            }
        }
        throw new AssertionError(key(object) + " has no reference " + reference);
    }

    static JsonNode parse(String json) {
        try {
            return Json.parse(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + json, e);
        }
    }
}
