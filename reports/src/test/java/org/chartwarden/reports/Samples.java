package org.chartwarden.reports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.chartwarden.sink.elasticsearch.Fields;

/** Documents as the sink writes them; what a test is about it sets itself. */
public final class Samples {

    private Samples() {}

    /** A chart that somebody of Oncology opened without a reason. */
    public static Fields access(String eventId, String time, String userId, String patientId) {
        return new Fields()
                .put("@timestamp", Instant.parse(time))
                .put("event.id", eventId)
                .put("event.action", "R")
                .put("event.outcome", "success")
                .put("event.provider", "ehr")
                .put("user.id", userId)
                .put("user.full_name", "Name of " + userId)
                .put("user.roles", List.of("nurse"))
                .put("patient.id", patientId)
                .put("chartwarden.category", "record")
                .put("chartwarden.department_ids", List.of("d1"))
                .put("chartwarden.department_names", List.of("Oncology"))
                .put("chartwarden.explained", false)
                .put("chartwarden.unexplained_because", List.of("no encounter"));
    }

    /** Adds the reason that accounts for it. */
    public static Fields explained(Fields access) {
        return access.put("chartwarden.explained", true)
                .putObjects(
                        "chartwarden.explanations",
                        List.of(new Fields()
                                .put("reason", "department-encounter")
                                .put("text", "An encounter in Oncology")));
    }

    /** Adds the hit of a rule. */
    public static Fields hit(Fields access, String ruleId, String alertId) {
        return access.put("rule.id", List.of(ruleId))
                .putObjects(
                        "chartwarden.rule_hits",
                        List.of(new Fields().put("rule_id", ruleId).put("alert_id", alertId)));
    }

    /** An open one of Oncology. */
    public static Fields alert(String alertId, String ruleId, String firstEventTime) {
        return new Fields()
                .put("event.id", alertId)
                .put("event.start", Instant.parse(firstEventTime))
                .put("rule.id", ruleId)
                .put("rule.name", "Rule " + ruleId)
                .put("user.id", "u1")
                .put("chartwarden.department_names", List.of("Oncology"))
                .put("chartwarden.severity", "high")
                .put("chartwarden.status", "open")
                .put("chartwarden.opened_at", Instant.parse(firstEventTime).plusSeconds(3600))
                .put("chartwarden.event_count", 2);
    }

    /** Has it decided. */
    public static Fields decided(Fields alert, String decision, String at) {
        return alert.put("chartwarden.status", "closed")
                .put("chartwarden.decision", decision)
                .put("chartwarden.decided_at", Instant.parse(at));
    }

    public static ObjectNode document(Fields fields) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(fields.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException("what was just written cannot be read", e);
        }
    }
}
