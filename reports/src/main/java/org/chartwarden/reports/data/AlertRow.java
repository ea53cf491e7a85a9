package org.chartwarden.reports.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.model.Severity;

/**
 * An alert, or a revision of one, as it stands in Elasticsearch (docs/elasticsearch.md).
 *
 * @param document is not copied
 */
public record AlertRow(ObjectNode document) {

    public String alertId() {
        return Found.text(document, "/event/id").orElseThrow();
    }

    public Instant firstEventTime() {
        return Found.time(document, "/event/start").orElseThrow();
    }

    public String ruleId() {
        return Found.text(document, "/rule/id").orElseThrow();
    }

    public String ruleName() {
        return Found.text(document, "/rule/name").orElseGet(this::ruleId);
    }

    public Severity severity() {
        return constant(Severity.class, "/chartwarden/severity").orElseThrow();
    }

    public AlertStatus status() {
        return constant(AlertStatus.class, "/chartwarden/status").orElseThrow();
    }

    public Optional<Decision> decision() {
        return constant(Decision.class, "/chartwarden/decision");
    }

    /** When it began to wait for an officer; empty when late paperwork came first, or is still awaited. */
    public Optional<Instant> openedAt() {
        return Found.time(document, "/chartwarden/opened_at");
    }

    public Optional<Instant> decidedAt() {
        return Found.time(document, "/chartwarden/decided_at");
    }

    /** Empty in a patient's story. */
    public Optional<String> userId() {
        return Found.text(document, "/user/id");
    }

    /** Empty when the story spans patients. */
    public Optional<String> patientId() {
        return Found.text(document, "/patient/id");
    }

    /** Where the user works: names, or else ids. */
    public List<String> departments() {
        return Found.departments(document);
    }

    public List<String> reasons() {
        return Found.texts(document, "/chartwarden/reasons");
    }

    public String eventCount() {
        return Found.text(document, "/chartwarden/event_count").orElse("");
    }

    /** Documents spell constants in lower case. */
    private <T extends Enum<T>> Optional<T> constant(Class<T> type, String pointer) {
        return Found.text(document, pointer).map(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }
}
