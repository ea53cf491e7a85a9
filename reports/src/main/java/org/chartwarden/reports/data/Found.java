package org.chartwarden.reports.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads what stands in a document: what is not there is empty. */
public final class Found {

    private Found() {}

    /** A text, or a number or a flag as a text. */
    public static Optional<String> text(JsonNode document, String pointer) {
        JsonNode found = document.at(pointer);
        return found.isValueNode() && !found.isNull() ? Optional.of(found.asText()) : Optional.empty();
    }

    public static Optional<Instant> time(ObjectNode document, String pointer) {
        return text(document, pointer).map(Instant::parse);
    }

    public static List<String> texts(JsonNode document, String pointer) {
        JsonNode found = document.at(pointer);
        if (found.isTextual()) {
            return List.of(found.textValue());
        }
        return StreamSupport.stream(found.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public static boolean flag(ObjectNode document, String pointer) {
        return document.at(pointer).asBoolean();
    }

    /** Where a user works: names, or else ids. */
    static List<String> departments(ObjectNode document) {
        List<String> names = texts(document, "/chartwarden/department_names");
        return names.isEmpty() ? texts(document, "/chartwarden/department_ids") : names;
    }
}
