package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads documents: a field that is not there is an empty text, an empty list, or nothing. */
final class Facts {

    private Facts() {}

    /** @param pointer as in {@code /event/id} (RFC 6901) */
    static String text(JsonNode document, String pointer) {
        return document.at(pointer).asText("");
    }

    static Optional<Instant> time(JsonNode document, String pointer) {
        return Optional.of(text(document, pointer))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
    }

    /** Of one value as of several. */
    static List<String> texts(JsonNode document, String pointer) {
        JsonNode found = document.at(pointer);
        return found.isArray()
                ? StreamSupport.stream(found.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : found.isMissingNode() ? List.of() : List.of(found.asText());
    }
}
