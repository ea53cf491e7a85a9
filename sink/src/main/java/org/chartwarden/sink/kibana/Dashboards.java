package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.sink.kibana.SavedObject.Reference;
import org.chartwarden.sink.kibana.SavedObject.Type;

/** Makes the dashboards: where each panel stands, how far back it looks, and what can be chosen above. */
final class Dashboards {

    private Dashboards() {}

    /** The dashboard, after the visualizations that stand on it and nowhere else. */
    static List<SavedObject> of(JsonNode description) {
        List<SavedObject> objects = new ArrayList<>();
        description.path("panels").forEach(panel -> {
            if (!panel.has("search")) {
                objects.add(Visualizations.of(panel));
            }
        });
        objects.add(dashboard(description));
        return objects;
    }

    private static SavedObject dashboard(JsonNode description) {
        List<Reference> references = new ArrayList<>();
        ObjectNode attributes = Json.object()
                .put("title", description.path("title").asText())
                .put("description", description.path("description").asText())
                .put("version", 1)
                .put("timeRestore", true)
                .put("timeFrom", description.path("time").asText())
                .put("timeTo", "now")
                .put("optionsJSON", "{\"useMargins\":true,\"syncCursor\":true,\"hidePanelTitles\":false}")
                .put("panelsJSON", Json.text(panels(description.path("panels"), references)));
        attributes.set("controlGroupInput", Controls.of(description.path("controls"), references));
        SearchSource.putEmpty(attributes);
        return new SavedObject(Type.DASHBOARD, description.path("id").asText(), attributes, references);
    }

    private static ArrayNode panels(JsonNode descriptions, List<Reference> references) {
        ArrayNode panels = Json.array();
        for (JsonNode description : descriptions) {
            String index = Integer.toString(panels.size() + 1);
            boolean isSearch = description.has("search");
            Type type = isSearch ? Type.SEARCH : Type.VISUALIZATION;
            ObjectNode panel = panels.addObject().put("type", type.key()).put("panelIndex", index);
            panel.set("gridData", place(description.path("at")).put("i", index));
            panel.putObject("embeddableConfig");
            panel.put("panelRefName", "panel_" + index);
            references.add(new Reference(
                    index + ":panel_" + index,
                    type,
                    description.path(isSearch ? "search" : "id").asText()));
        }
        return panels;
    }

    /** @param at from the left, from the top, width and height, on a grid of 48 columns */
    private static ObjectNode place(JsonNode at) {
        return Json.object()
                .put("x", at.get(0).asInt())
                .put("y", at.get(1).asInt())
                .put("w", at.get(2).asInt())
                .put("h", at.get(3).asInt());
    }
}
