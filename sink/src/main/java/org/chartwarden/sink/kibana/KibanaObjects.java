package org.chartwarden.sink.kibana;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What people work with in Kibana: data views, saved searches, visualizations and dashboards (docs/kibana.md). They are
 * described beside this class, in few words; here they become Kibana's saved objects. The same description always gives
 * the same bytes and the same ids, so that an import replaces an earlier one.
 */
public final class KibanaObjects {

    private static final List<String> DASHBOARDS =
            List.of("todays-alerts", "patient", "person", "departments", "pipeline");

    private KibanaObjects() {}

    /** All of them; what is referred to comes before what refers to it. */
    static List<SavedObject> all() {
        List<SavedObject> objects = new ArrayList<>();
        Json.resource("data-views.json").forEach(description -> objects.add(DataViews.of(description)));
        Json.resource("searches.json").forEach(description -> objects.add(Searches.of(description)));
        DASHBOARDS.forEach(name -> objects.addAll(Dashboards.of(Json.resource("dashboards/" + name + ".json"))));
        return List.copyOf(objects);
    }

    /** An import file: one object a line. */
    public static String ndjson() {
        return all().stream().map(SavedObject::toJson).map(KibanaObjects::line).collect(Collectors.joining());
    }

    private static String line(ObjectNode object) {
        return Json.text(object) + "\n";
    }
}
