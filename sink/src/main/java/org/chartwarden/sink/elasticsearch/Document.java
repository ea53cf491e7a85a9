package org.chartwarden.sink.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.chartwarden.sink.hold.LegalHolds;

/**
 * One document as it goes to Elasticsearch.
 *
 * @param index into which it goes
 * @param id deterministic, so that a replay replaces instead of adding; 1 to 512 bytes of UTF-8
 * @param version the record's revision: Elasticsearch keeps the highest
 * @param time its @timestamp
 * @param fields what it holds
 */
public record Document(String index, String id, long version, Instant time, Fields fields) {

    /** Elasticsearch's own limit. It would refuse the whole request for one id that is longer. */
    private static final int LONGEST_ID_BYTES = 512;

    /** @throws IllegalArgumentException when Elasticsearch cannot store it, without quoting it */
    public Document {
        Objects.requireNonNull(time, "time");
        int length = id.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > LONGEST_ID_BYTES) {
            throw new IllegalArgumentException(
                    "event.id has " + length + " bytes, but Elasticsearch allows an id of 1 to " + LONGEST_ID_BYTES);
        }
        if (version < 0) {
            throw new IllegalArgumentException("revision is " + version + ", but must not be negative");
        }
    }

    /**
     * Whether a second writing of the same id and version is refused instead of replacing the first: a revision of an
     * alert is evidence of what was said when it was raised.
     */
    boolean firstStays() {
        return index.equals(AlertDocument.REVISIONS);
    }

    /** Whether a legal hold covers it. */
    public boolean isUnder(LegalHolds holds) {
        return holds.cover(index, fields.tree());
    }

    /** Gives it the tag of a legal hold when one covers it. Anew at each writing, since that replaces the tags too. */
    public Document tagged(LegalHolds holds) {
        if (isUnder(holds) && !HoldTag.isOn(fields.tree())) {
            HoldTag.put(fields.tree());
        }
        return this;
    }

    /** What the document says, as one number that no other document has: see {@link Fingerprint}. */
    public String fingerprint() {
        return Fingerprint.of(fields.tree());
    }
}
