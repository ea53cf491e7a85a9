package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import org.chartwarden.model.RuleText;

/** Makes the document of a rule's text, under an id that holds the text's digest. */
final class RuleDocument {

    private static final String INDEX = "chartwarden-rules";

    /** Another text has another id. */
    private static final int VERSION = 1;

    private RuleDocument() {}

    /**
     * @param now for event.ingested
     * @throws IllegalArgumentException see {@link Document}
     */
    static Document of(RuleText rule, Instant now) {
        Fields fields = new Fields()
                .put("@timestamp", rule.getSince())
                .put("event.id", rule.getRuleTextId())
                .put("event.kind", "event")
                .put("event.category", "configuration")
                .put("event.type", "change")
                .put("event.ingested", now)
                .put("rule.id", rule.getRuleId())
                .put("rule.version", Integer.toString(rule.getVersion()))
                .put("rule.name", rule.getName())
                .put("chartwarden.text", rule.getText())
                .put("chartwarden.sha256", rule.getSha256());
        return new Document(INDEX, rule.getRuleTextId(), VERSION, rule.getSince(), fields);
    }
}
