package org.chartwarden.sink.elasticsearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 of what a document says: of its JSON with sorted keys and without spaces, in UTF-8. What differs between two
 * writings of the same record is left out: when it was written (event.ingested, chartwarden.ingest_lag), and the tag of
 * a legal hold.
 */
public final class Fingerprint {

    /** The tag of a document under legal hold. */
    public static final String LEGAL_HOLD = "legal-hold";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Fingerprint() {}

    /** @return 64 hexadecimal digits */
    public static String of(ObjectNode document) {
        ObjectNode said = (ObjectNode) sorted(document); // a copy
        remove(said, "event", "ingested");
        remove(said, "chartwarden", "ingest_lag");
        removeHold(said);
        return sha256(canonical(said));
    }

    /** @return 64 hexadecimal digits */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void remove(ObjectNode said, String object, String field) {
        if (said.get(object) instanceof ObjectNode parent) {
            parent.remove(field);
        }
    }

    private static void removeHold(ObjectNode said) {
        if (said.get("tags") instanceof ArrayNode tags) {
            for (int i = tags.size() - 1; i >= 0; i--) {
                if (LEGAL_HOLD.equals(tags.get(i).textValue())) {
                    tags.remove(i);
                }
            }
            if (tags.isEmpty()) {
                said.remove("tags");
            }
        }
    }

    private static byte[] canonical(ObjectNode said) {
        try {
            return JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
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
