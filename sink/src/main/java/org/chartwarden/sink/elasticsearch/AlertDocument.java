package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.Alert;

/**
 * Makes the two documents of an alert's revision, with the same fields: the alert as it stands, which the next revision
 * replaces, and the revision itself, which nothing replaces. Their names are those of the Elastic Common Schema wherever
 * that has one.
 */
final class AlertDocument {

    private static final String NEWEST = "chartwarden-alerts";
    static final String REVISIONS = "chartwarden-alert-revisions";
    private static final int REVISION_VERSION = 1;

    private AlertDocument() {}

    /**
     * @param now for event.ingested
     * @return the alert, then its revision
     * @throws IllegalArgumentException see {@link Document}
     */
    static List<Document> of(Alert alert, Instant now) {
        Instant time = alert.getLastEventTime();
        String revision = alert.getAlertId() + "@" + alert.getRevision();
        return List.of(
                new Document(NEWEST, alert.getAlertId(), alert.getRevision(), time, fields(alert, now)),
                new Document(REVISIONS, revision, REVISION_VERSION, time, fields(alert, now)));
    }

    private static Fields fields(Alert alert, Instant now) {
        Fields fields = new Fields()
                .put("@timestamp", alert.getLastEventTime())
                .put("event.id", alert.getAlertId())
                .put("event.kind", "alert")
                .put("event.start", alert.getFirstEventTime())
                .put("event.end", alert.getLastEventTime())
                .put("event.risk_score", alert.getRiskScore())
                .put("event.ingested", now)
                .put("rule.id", alert.getRuleId())
                .put("rule.name", alert.getRuleName())
                .put("rule.version", Integer.toString(alert.getRuleVersion()));
        putPeople(fields, alert);
        putStory(fields, alert);
        putOutcome(fields, alert);
        return fields;
    }

    private static void putPeople(Fields fields, Alert alert) {
        fields.put("user.id", alert.getUserId())
                .put("user.full_name", alert.getUserFullName())
                .put("chartwarden.department_ids", Departments.ids(alert.getUserDepartments()))
                .put("chartwarden.department_names", Departments.names(alert.getUserDepartments()))
                .put("chartwarden.involved_user_ids", alert.getInvolvedUserIds())
                .put("patient.id", alert.getPatientId());
    }

    private static void putStory(Fields fields, Alert alert) {
        fields.put("chartwarden.revision", alert.getRevision())
                .put("chartwarden.subject", Names.lowerCase(alert.getSubject()))
                .put("chartwarden.severity", Names.lowerCase(alert.getSeverity()))
                .put("chartwarden.event_count", alert.getEventCount())
                .put("chartwarden.event_ids", alert.getEventIds())
                .put("chartwarden.reasons", alert.getReasons())
                .put("chartwarden.mitigations", alert.getMitigations())
                .put("chartwarden.mails", alert.getMails());
    }

    private static void putOutcome(Fields fields, Alert alert) {
        fields.put("chartwarden.status", Names.lowerCase(alert.getStatus()))
                .put("chartwarden.provisional_until", alert.getProvisionalUntil())
                .put("chartwarden.opened_at", alert.getOpenedAt())
                .put("chartwarden.explained_because", alert.getExplainedBecause())
                .put("chartwarden.decision", alert.getDecision() == null ? null : Names.lowerCase(alert.getDecision()))
                .put("chartwarden.disposition_id", alert.getDispositionId())
                .put("chartwarden.decided_at", alert.getDecidedAt());
    }
}
