package org.chartwarden.sink.search;

/** The kinds of documents that are in Elasticsearch (docs/elasticsearch.md). */
public enum Documents {
    /** One an access, at its newest revision. */
    ACCESSES("chartwarden-accesses-*", "@timestamp"),
    /** One an alert, at its newest revision. */
    ALERTS("chartwarden-alerts", "event.start"),
    /** One a revision of an alert. */
    ALERT_REVISIONS("chartwarden-alert-revisions", "event.start"),
    /** One a decision. */
    DISPOSITIONS("chartwarden-dispositions", "@timestamp"),
    /** One an officer's other order. */
    INSTRUCTIONS("chartwarden-instructions", "@timestamp"),
    /** One a rule's text. */
    RULES("chartwarden-rules", "@timestamp"),
    /** One a mail. */
    NOTIFICATIONS("chartwarden-notifications", "@timestamp"),
    /** One a dead letter, without its content. */
    DEAD_LETTERS("chartwarden-dead-letters", "@timestamp"),
    /** One a page of the hash chain. */
    CHAIN_PAGES("chartwarden-chain-pages", "@timestamp");

    private final String indices;
    private final String timeField;

    Documents(String indices, String timeField) {
        this.indices = indices;
        this.timeField = timeField;
    }

    /** The name of the index, or the pattern of their names. */
    public String indices() {
        return indices;
    }

    /** By which they are ordered, and of which a span of time is understood. */
    public String timeField() {
        return timeField;
    }
}
