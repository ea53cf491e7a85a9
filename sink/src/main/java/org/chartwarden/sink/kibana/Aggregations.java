package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Makes the aggregations of a visualization. Their order in the description is the order in the picture: first what is
 * counted, then by what it is split.
 */
final class Aggregations {

    private static final Set<String> BUCKETS = Set.of("terms", "date_histogram", "filters");

    private Aggregations() {}

    /** @param chart Kibana's name of the visualization's type */
    static ArrayNode of(String chart, JsonNode descriptions) {
        ArrayNode aggregations = Json.array();
        int buckets = 0;
        for (JsonNode description : descriptions) {
            String type = description.path("type").asText();
            String role = isBucket(type) ? bucketRole(chart, buckets++) : "metric";
            aggregations
                    .addObject()
                    .put("id", Integer.toString(aggregations.size()))
                    .put("enabled", true)
                    .put("type", type)
                    .put("schema", role)
                    .set("params", parameters(type, description));
        }
        return aggregations;
    }

    static boolean isBucket(String type) {
        return BUCKETS.contains(type);
    }

    /** What each type of picture calls its first and its further divisions. */
    private static String bucketRole(String chart, int position) {
        return switch (chart) {
            case "table" -> "bucket";
            case "metric" -> "group";
            case "pie" -> "segment";
            case "histogram", "line" -> position == 0 ? "segment" : "group";
            default -> throw new IllegalArgumentException("no type of visualization: " + chart);
        };
    }

    private static ObjectNode parameters(String type, JsonNode description) {
        ObjectNode parameters = Json.object();
        description.properties().forEach(property -> {
            switch (property.getKey()) {
                case "type" -> {}
                case "label" -> parameters.set("customLabel", property.getValue());
                case "filters" -> parameters.set("filters", filters(property.getValue()));
                default -> parameters.set(property.getKey(), property.getValue());
            }
        });
        if (type.equals("terms")) {
            // The first aggregation is the count.
            parameters.put("orderBy", "1").put("order", "desc");
        }
        return parameters;
    }

    private static ArrayNode filters(JsonNode queries) {
        ArrayNode filters = Json.array();
        queries.properties().forEach(query -> {
            ObjectNode filter = filters.addObject();
            filter.putObject("input").put("query", query.getValue().asText()).put("language", "kuery");
            filter.put("label", query.getKey());
        });
        return filters;
    }
}
