package org.chartwarden.sink.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What has to be known of an alert to decide it.
 *
 * @param status in lower case, as the document says it
 * @param userId empty in a patient's story
 * @param patientId empty when the story spans patients
 * @param departmentIds where the user works
 * @param firstEventTime the story's earliest access
 */
public record FoundAlert(
        String alertId,
        String ruleId,
        String status,
        Optional<String> userId,
        Optional<String> patientId,
        List<String> departmentIds,
        Instant firstEventTime) {

    public FoundAlert {
        departmentIds = List.copyOf(departmentIds);
    }

    static FoundAlert of(ObjectNode document) {
        return new FoundAlert(
                text(document, "/event/id").orElseThrow(),
                text(document, "/rule/id").orElseThrow(),
                text(document, "/chartwarden/status").orElseThrow(),
                text(document, "/user/id"),
                text(document, "/patient/id"),
                texts(document.at("/chartwarden/department_ids")),
                Instant.parse(text(document, "/event/start").orElseThrow()));
    }

    private static Optional<String> text(JsonNode document, String pointer) {
        return Optional.ofNullable(document.at(pointer).textValue());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
