package org.chartwarden.sink.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The lines of {@code chartwarden export}: their keys and the order of these are a promise to whoever reads them. */
final class ExportLines {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExportLines() {}

    /** {@code eventId, time, userId, patientId, action, explained, explanations[], rules[]}. */
    static String access(ObjectNode source) {
        ObjectNode line = NODES.objectNode();
        line.set("eventId", value(source, "/event/id"));
        line.set("time", value(source, "/@timestamp"));
        line.set("userId", value(source, "/user/id"));
        line.set("patientId", value(source, "/patient/id"));
        line.set("action", value(source, "/event/action"));
        line.set("explained", value(source, "/chartwarden/explained"));
        ArrayNode explanations = line.putArray("explanations");
        source.at("/chartwarden/explanations").forEach(found -> explanations.add(explanation(found)));
        line.set("rules", list(source, "/rule/id"));
        return line.toString();
    }

    private static ObjectNode explanation(JsonNode found) {
        ObjectNode explanation = NODES.objectNode();
        explanation.set("reason", value(found, "/reason"));
        explanation.set("strength", value(found, "/strength"));
        explanation.set("text", value(found, "/text"));
        explanation.set("evidenceIds", list(found, "/evidence_ids"));
        return explanation;
    }

    /**
     * {@code alertId, revision, status, severity, riskScore, rule, ruleVersion, userId, patientId, firstEventTime,
     * lastEventTime, eventIds[], reasons[], subject, involvedUserIds[], explainedBecause[], decision, dispositionId}.
     */
    static String alert(ObjectNode source) {
        ObjectNode line = NODES.objectNode();
        line.set("alertId", value(source, "/event/id"));
        line.set("revision", value(source, "/chartwarden/revision"));
        line.set("status", value(source, "/chartwarden/status"));
        line.set("severity", value(source, "/chartwarden/severity"));
        line.set("riskScore", value(source, "/event/risk_score"));
        line.set("rule", value(source, "/rule/id"));
        line.put("ruleVersion", Integer.valueOf(source.at("/rule/version").textValue()));
        line.set("userId", value(source, "/user/id"));
        line.set("patientId", value(source, "/patient/id"));
        line.set("firstEventTime", value(source, "/event/start"));
        line.set("lastEventTime", value(source, "/event/end"));
        line.set("eventIds", list(source, "/chartwarden/event_ids"));
        line.set("reasons", list(source, "/chartwarden/reasons"));
        line.set("subject", value(source, "/chartwarden/subject"));
        line.set("involvedUserIds", list(source, "/chartwarden/involved_user_ids"));
        line.set("explainedBecause", list(source, "/chartwarden/explained_because"));
        line.set("decision", value(source, "/chartwarden/decision"));
        line.set("dispositionId", value(source, "/chartwarden/disposition_id"));
        return line.toString();
    }

    /** What is not there is null: a line always has all its keys. */
    private static JsonNode value(JsonNode source, String pointer) {
        JsonNode found = source.at(pointer);
        return found.isMissingNode() ? NODES.nullNode() : found;
    }

    private static JsonNode list(JsonNode source, String pointer) {
        JsonNode found = source.at(pointer);
        return found.isMissingNode() ? NODES.arrayNode() : found;
    }
}
