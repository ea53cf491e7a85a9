package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chartwarden.sink.kibana.SavedObject.Reference;
import org.chartwarden.sink.kibana.SavedObject.Type;

/** What an object searches: a data view and a query. Types that search share this attribute. */
final class SearchSource {

    private static final String INDEX = "kibanaSavedObjectMeta.searchSourceJSON.index";

    private SearchSource() {}

    /** @param description with {@code view} and, when not everything is meant, {@code query} */
    static void put(ObjectNode attributes, JsonNode description) {
        ObjectNode source = everything(description.path("query").asText(""));
        source.put("indexRefName", INDEX);
        put(attributes, source);
    }

    /** Of an object that searches nothing by itself. */
    static void putEmpty(ObjectNode attributes) {
        put(attributes, everything(""));
    }

    /** To the data view. */
    static List<Reference> references(JsonNode description) {
        return List.of(
                new Reference(INDEX, Type.DATA_VIEW, description.path("view").asText()));
    }

    private static ObjectNode everything(String query) {
        ObjectNode source = Json.object();
        source.putObject("query").put("query", query).put("language", "kuery");
        source.putArray("filter");
        return source;
    }

    private static void put(ObjectNode attributes, ObjectNode source) {
        attributes.putObject("kibanaSavedObjectMeta").put("searchSourceJSON", Json.text(source));
    }
}
