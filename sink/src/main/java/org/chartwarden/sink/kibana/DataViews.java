package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.chartwarden.sink.kibana.SavedObject.Type;

/** Makes the data views: which indices, which field is the time, and how fields look. */
final class DataViews {

    private DataViews() {}

    static SavedObject of(JsonNode description) {
        ObjectNode attributes = Json.object()
                .put("title", description.path("indices").asText())
                .put("name", description.path("name").asText())
                .put("timeFieldName", description.path("time").asText())
                // No complaint about an index that has no document yet: on a good day there are no dead letters.
                .put("allowNoIndex", true)
                .put("fieldFormatMap", Json.text(formats(description)))
                .put("fieldAttrs", Json.text(labels(description)))
                .put("sourceFilters", "[]")
                .put("fields", "[]")
                .put("runtimeFieldMap", "{}");
        return new SavedObject(Type.DATA_VIEW, description.path("id").asText(), attributes, List.of());
    }

    private static ObjectNode formats(JsonNode description) {
        ObjectNode formats = Json.object();
        description.path("links").properties().forEach(field -> formats.set(field.getKey(), link(field.getValue())));
        description
                .path("formats")
                .properties()
                .forEach(field -> formats.set(field.getKey(), duration(field.getValue())));
        return formats;
    }

    private static ObjectNode link(JsonNode target) {
        String name = target.asText().toUpperCase(Locale.ROOT).replace('-', '_');
        ObjectNode format = Json.object().put("id", "url");
        format.putObject("params")
                .put("urlTemplate", KibanaLinks.valueOf(name).template())
                .put("labelTemplate", "{{value}}");
        return format;
    }

    private static ObjectNode duration(JsonNode unit) {
        ObjectNode format = Json.object().put("id", "duration");
        format.putObject("params")
                .put("inputFormat", unit.path("from").asText())
                .put("outputFormat", "humanizePrecise")
                .put("outputPrecision", 1)
                .put("useShortSuffix", true);
        return format;
    }

    private static ObjectNode labels(JsonNode description) {
        ObjectNode labels = Json.object();
        description
                .path("labels")
                .properties()
                .forEach(field -> labels.putObject(field.getKey())
                        .put("customLabel", field.getValue().asText()));
        return labels;
    }
}
