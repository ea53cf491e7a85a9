package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.model.Alert;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.settings.Settings;
import org.chartwarden.topic.Topic;
import org.chartwarden.topic.Topics;

/** Which documents a record becomes: for whoever writes them, compares them, or vouches for them. */
public final class AuditDocuments {

    /** What is indexed. */
    public static final List<Topic<?>> TOPICS = List.of(Topics.EXPLAINED, Topics.ALERTS);

    private final AccessIndices spans;

    public AuditDocuments(Settings settings) {
        this.spans = AccessIndices.of(settings);
    }

    /**
     * @param value of one of {@link #TOPICS}
     * @param now for event.ingested
     * @return one or several documents
     * @throws IllegalArgumentException when Elasticsearch cannot store it, see {@link Document}
     */
    public List<Document> of(SpecificRecord value, Instant now) {
        if (value instanceof ExplainedAccess access) {
            return List.of(AccessDocument.of(access, spans, now));
        }
        if (value instanceof Alert alert) {
            return List.of(AlertDocument.of(alert, now));
        }
        throw new IllegalArgumentException(value.getSchema().getName() + " becomes no document");
    }
}
