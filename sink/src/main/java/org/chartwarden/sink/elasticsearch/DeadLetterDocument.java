package org.chartwarden.sink.elasticsearch;

import java.time.Instant;
import org.chartwarden.model.DeadLetter;

/** Makes the document of a dead letter: everything but its content and its key, which only the topic keeps. */
final class DeadLetterDocument {

    private static final String INDEX = "chartwarden-dead-letters";
    private static final int WAITING_VERSION = 1;
    private static final int REPLAYED_VERSION = 2;

    private DeadLetterDocument() {}

    /**
     * @param now for event.ingested
     * @throws IllegalArgumentException see {@link Document}
     */
    static Document of(DeadLetter letter, Instant now) {
        Fields fields = new Fields()
                .put("@timestamp", letter.getTime())
                .put("event.id", letter.getDeadLetterId())
                .put("event.kind", "pipeline_error")
                .put("event.provider", letter.getSource())
                .put("event.reason", letter.getReason())
                .put("event.ingested", now)
                .put("chartwarden.stage", Names.lowerCase(letter.getStage()))
                .put("chartwarden.position", letter.getPosition())
                .put("chartwarden.feed", letter.getFeed())
                .put("chartwarden.bytes", (long) letter.getRaw().remaining())
                .put("chartwarden.replayed_at", letter.getReplayedAt());
        int version = letter.getReplayedAt() == null ? WAITING_VERSION : REPLAYED_VERSION;
        return new Document(INDEX, letter.getDeadLetterId(), version, letter.getTime(), fields);
    }
}
