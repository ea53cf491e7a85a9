package org.chartwarden.sink.kibana;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The ways from an id to what is known of it: pages of Kibana with a query in their address. Kibana reads the state of a
 * page from {@code _a} and the span of time from {@code _g}, both written in rison.
 */
public enum KibanaLinks {
    /** The dashboard <i>What did this person do</i>; a patient's story names its people only as those involved. */
    PERSON("dashboards", "person", "user.id:\"%s\" or chartwarden.involved_user_ids:\"%s\""),
    /** The dashboard <i>Who opened this patient's chart</i>. */
    PATIENT("dashboards", "patient", "patient.id:\"%s\""),
    /** The saved search of an alert's accesses. */
    ALERT_ACCESSES("discover", "alert-accesses", "chartwarden.rule_hits:{ alert_id:\"%s\" }"),
    /** The saved search of one alert. */
    ONE_ALERT("discover", "one-alert", "event.id:\"%s\"");

    /** In the answer of {@link #alert}: stands for the alert's id. */
    public static final String ALERT_ID = "{alertId}";

    /** Kibana's own: stands for the field's value, URL-encoded. */
    private static final String FIELD_VALUE = "{{value}}";

    private static final String LAST_YEAR = "(time:(from:now-1y,to:now))";
    private static final String ID = "%s";

    private final String application;
    private final String target;
    private final String query;

    KibanaLinks(String application, String target, String query) {
        this.application = application;
        this.target = target;
        this.query = query;
    }

    /**
     * Where the link of a mail leads: the address of one alert, with {@link #ALERT_ID} in it.
     *
     * @param kibana address of Kibana, with {@code /s/SPACE} when the objects are in a space other than the default one
     */
    public static String alert(String kibana) {
        return kibana.replaceAll("/+$", "") + "/app/" + ONE_ALERT.path(ALERT_ID);
    }

    /** For a field's URL format. {@code ../app} holds in every space and below every base path. */
    String template() {
        return "../app/" + path(FIELD_VALUE);
    }

    /** The id of the object that it leads to. */
    String target() {
        return SavedObject.id(target);
    }

    /** In Kibana's query language, with {@code %s} for the id. */
    String query() {
        return query;
    }

    private String path(String id) {
        return application + "#/view/" + target() + "?_g=" + LAST_YEAR + "&_a=(query:(language:kuery,query:'"
                + encode(query).replace(encode(ID), id) + "'))";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
