package org.chartwarden.sink.reconcile;

/** What is counted of the documents of an hour. */
public enum Finding {
    /** Documents that follow from what Kafka holds, each once. */
    IN_KAFKA(false),
    /** Documents that are there. */
    IN_ELASTICSEARCH(false),
    /** The sink has passed the record, and the document is not there. */
    MISSING(true),
    /** The document is there, and no record that Kafka should still hold says so. */
    EXTRA(true),
    /** The document is there at a revision that is older than the sink has passed, or newer than Kafka knows. */
    OTHER_REVISION(true),
    /** A document of the same id is in another index, too. */
    TWICE(true),
    /** In Kafka only: the sink has still to come there. */
    ON_ITS_WAY(false),
    /** In Kafka only: Elasticsearch refused it, and it is a dead letter. */
    REFUSED(false),
    /** In Kafka only: past its retention in Elasticsearch, under no legal hold. */
    EXPIRED(false),
    /** In Elasticsearch only: told before the oldest record that the topic still holds. */
    OUTLIVED_KAFKA(false),
    /** In Elasticsearch only: a revision of an alert of which the compacted topic keeps a newer one. */
    SUPERSEDED(false);

    private final boolean difference;

    Finding(boolean difference) {
        this.difference = difference;
    }

    /** Whether something is wrong. */
    public boolean isDifference() {
        return difference;
    }
}
