package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chartwarden.sink.kibana.SavedObject.Type;

/** Makes the saved searches: which documents, in which order, with which columns. */
final class Searches {

    private Searches() {}

    static SavedObject of(JsonNode description) {
        ObjectNode attributes = Json.object()
                .put("title", description.path("title").asText())
                .put("description", description.path("description").asText(""))
                .put("hideChart", false)
                .put("isTextBasedQuery", false);
        attributes.set("columns", description.path("columns"));
        attributes.set("sort", description.path("sort"));
        attributes.putObject("grid");
        SearchSource.put(attributes, description);
        return new SavedObject(
                Type.SEARCH, description.path("id").asText(), attributes, SearchSource.references(description));
    }
}
