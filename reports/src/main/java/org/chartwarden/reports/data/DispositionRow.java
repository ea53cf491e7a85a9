package org.chartwarden.reports.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.chartwarden.model.Decision;

/**
 * An officer's decision as it stands in Elasticsearch (docs/elasticsearch.md).
 *
 * @param document is not copied
 */
public record DispositionRow(ObjectNode document) {

    public Instant time() {
        return Found.time(document, "/@timestamp").orElseThrow();
    }

    public String alertId() {
        return Found.text(document, "/chartwarden/alert_id").orElseThrow();
    }

    public String ruleId() {
        return Found.text(document, "/rule/id").orElseThrow();
    }

    public Decision decision() {
        return Decision.valueOf(
                Found.text(document, "/chartwarden/decision").orElseThrow().toUpperCase(Locale.ROOT));
    }

    /** User id of the officer. */
    public String decidedBy() {
        return Found.text(document, "/chartwarden/decided_by").orElseThrow();
    }

    public Optional<String> note() {
        return Found.text(document, "/chartwarden/note");
    }
}
