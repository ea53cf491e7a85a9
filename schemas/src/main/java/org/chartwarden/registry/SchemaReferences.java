package org.chartwarden.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Parses what a registry answers, reading first the schemas of other subjects that it refers to. */
final class SchemaReferences {

    private final BiFunction<String, Integer, JsonNode> versions;

    /** @param versions asks the registry for a subject's version */
    SchemaReferences(BiFunction<String, Integer, JsonNode> versions) {
        this.versions = versions;
    }

    /** @param answer with {@code schema}, and {@code schemaType} and {@code references} where they are not the default */
    Schema resolve(JsonNode answer) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw SchemaRegistryException.unusable("The schema is of type " + type + ", but must be AVRO", null);
        }
        Map<String, Schema> known = new LinkedHashMap<>();
        readReferences(answer, known, new HashSet<>());
        return parse(answer, known);
    }

    private void readReferences(JsonNode answer, Map<String, Schema> known, Set<String> seen) {
        for (JsonNode reference : answer.path("references")) {
            String subject = reference.path("subject").asText();
            int version = reference.path("version").asInt();
            if (seen.add(subject + "@" + version)) {
                JsonNode referred = versions.apply(subject, version);
                readReferences(referred, known, seen);
                Schema schema = parse(referred, known);
                known.put(schema.getFullName(), schema);
            }
        }
    }

    private static Schema parse(JsonNode answer, Map<String, Schema> known) {
        Schema.Parser parser = new Schema.Parser();
        parser.addTypes(known.values());
        try {
            return parser.parse(answer.path("schema").asText());
        } catch (SchemaParseException e) {
            throw SchemaRegistryException.unusable("The registry's schema cannot be parsed: " + e.getMessage(), e);
        }
    }
}
