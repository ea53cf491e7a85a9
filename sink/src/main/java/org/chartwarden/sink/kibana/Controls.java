package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chartwarden.sink.kibana.SavedObject.Reference;
import org.chartwarden.sink.kibana.SavedObject.Type;

/** Makes the lists above a dashboard from which people choose a value of a field. */
final class Controls {

    private Controls() {}

    /** @param references to which those to the data views are added */
    static ObjectNode of(JsonNode descriptions, List<Reference> references) {
        ObjectNode panels = Json.object();
        for (JsonNode description : descriptions) {
            // Not only a number: panels have those, and newer versions keep both in one place.
            String id = "control-" + (panels.size() + 1);
            ObjectNode control = panels.putObject(id)
                    .put("type", "optionsListControl")
                    .put("order", panels.size() - 1)
                    .put("width", "medium")
                    .put("grow", true);
            control.putObject("explicitInput")
                    .put("id", id)
                    .put("fieldName", description.path("field").asText())
                    .put("title", description.path("title").asText())
                    .put("searchTechnique", "prefix")
                    .putArray("selectedOptions");
            references.add(new Reference(
                    "controlGroup_" + id + ":optionsListDataView",
                    Type.DATA_VIEW,
                    description.path("view").asText()));
        }
        return Json.object()
                .put("controlStyle", "oneLine")
                .put("chainingSystem", "HIERARCHICAL")
                .put(
                        "ignoreParentSettingsJSON",
                        "{\"ignoreFilters\":false,\"ignoreQuery\":false,\"ignoreTimerange\":false,\"ignoreValidations\":false}")
                .put("panelsJSON", Json.text(panels));
    }
}
