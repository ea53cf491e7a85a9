package org.chartwarden.sink.elasticsearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** JSON of which there is one writing only: sorted keys, no spaces, UTF-8. docs/evidence.md shows how others make it. */
public final class CanonicalJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CanonicalJson() {}

    /** What is hashed. */
    public static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsString(sorted(node)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** SHA-256 of {@link #bytes}, as 64 hexadecimal digits. */
    public static String sha256(JsonNode node) {
        return Fingerprint.sha256(bytes(node));
    }

    /** A copy. */
    static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Map<String, JsonNode> byKey = new TreeMap<>();
            object.properties().forEach(field -> byKey.put(field.getKey(), sorted(field.getValue())));
            ObjectNode sorted = JSON.createObjectNode();
            byKey.forEach(sorted::set);
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode sorted = JSON.createArrayNode();
            array.forEach(element -> sorted.add(sorted(element)));
            return sorted;
        }
        return node;
    }
}
