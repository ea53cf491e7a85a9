package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chartwarden.sink.kibana.SavedObject.Type;

/** Makes the visualizations. Kibana fills in every parameter that is left out with its type's default. */
final class Visualizations {

    private static final int ROWS = 10;

    private Visualizations() {}

    static SavedObject of(JsonNode description) {
        String title = description.path("title").asText();
        String chart = description.path("type").asText();
        boolean searches = description.has("view");
        ObjectNode state = Json.object().put("title", title).put("type", chart);
        state.set("aggs", Aggregations.of(chart, description.path("aggs")));
        state.set("params", parameters(chart, description));
        ObjectNode attributes = Json.object()
                .put("title", title)
                .put("description", "")
                .put("version", 1)
                .put("uiStateJSON", "{}")
                .put("visState", Json.text(state));
        if (searches) {
            SearchSource.put(attributes, description);
        } else {
            SearchSource.putEmpty(attributes);
        }
        return new SavedObject(
                Type.VISUALIZATION,
                description.path("id").asText(),
                attributes,
                searches ? SearchSource.references(description) : List.of());
    }

    private static ObjectNode parameters(String chart, JsonNode description) {
        ObjectNode parameters = Json.object();
        switch (chart) {
            case "markdown" ->
                parameters
                        .put("markdown", description.path("text").asText())
                        .put("fontSize", 12)
                        .put("openLinksInNewTab", false);
            case "table" -> parameters.put("perPage", ROWS);
            case "histogram", "line" ->
                parameters.put("type", chart).set("seriesParams", series(chart, description.path("aggs")));
            default -> parameters.put("type", chart);
        }
        return parameters;
    }

    /** How each count is drawn: bars stand on each other, lines do not. */
    private static ArrayNode series(String chart, JsonNode aggregations) {
        ArrayNode series = Json.array();
        for (int i = 0; i < aggregations.size(); i++) {
            JsonNode aggregation = aggregations.get(i);
            if (!Aggregations.isBucket(aggregation.path("type").asText())) {
                ObjectNode one = series.addObject()
                        .put("show", true)
                        .put("type", chart)
                        .put("mode", chart.equals("line") ? "normal" : "stacked")
                        .put("valueAxis", "ValueAxis-1")
                        .put("interpolate", "linear")
                        .put("drawLinesBetweenPoints", true)
                        .put("lineWidth", 2)
                        .put("showCircles", true);
                one.putObject("data")
                        .put("id", Integer.toString(i + 1))
                        .put("label", aggregation.path("label").asText());
            }
        }
        return series;
    }
}
