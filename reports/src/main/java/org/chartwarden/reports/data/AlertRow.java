package org.chartwarden.reports.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** In lower case, as {@link #status} and {@link #decision}. */
    public String severity() {
        return Found.text(document, "/chartwarden/severity").orElseThrow();
    }

    public String status() {
        return Found.text(document, "/chartwarden/status").orElseThrow();
    }

    public Optional<String> decision() {
        return Found.text(document, "/chartwarden/decision");
    }

    public List<String> reasons() {
        return Found.texts(document, "/chartwarden/reasons");
    }

    public String eventCount() {
        return Found.text(document, "/chartwarden/event_count").orElse("");
    }
}
