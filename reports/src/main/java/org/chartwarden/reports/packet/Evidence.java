package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.chartwarden.model.LeafKind;
import org.chartwarden.sink.elasticsearch.Fingerprint;

/**
 * A kind of document that a packet holds and the hash chain vouches for. In the packet's chain.ndjson they stand in this
 * order, each kind in the order of its file.
 */
enum Evidence {
    ALERT("alert.json", LeafKind.ALERT),
    REVISIONS("revisions.ndjson", LeafKind.ALERT),
    ACCESSES("accesses.ndjson", LeafKind.ACCESS),
    DISPOSITIONS("dispositions.ndjson", LeafKind.DISPOSITION),
    INSTRUCTIONS("instructions.ndjson", LeafKind.INSTRUCTION),
    RULES("rules.ndjson", LeafKind.RULE);

    private final String file;
    private final LeafKind leafKind;

    Evidence(String file, LeafKind leafKind) {
        this.file = file;
        this.leafKind = leafKind;
    }

    String file() {
        return file;
    }

    LeafKind leafKind() {
        return leafKind;
    }

    /**
     * What has to be known of a document to find its leaf in the chain.
     *
     * @throws java.time.DateTimeException when it has no time
     */
    Fingerprinted fingerprint(ObjectNode document) {
        String id = document.at("/event/id").asText();
        Instant time = Instant.parse(document.path("@timestamp").asText());
        JsonNode revision = document.at("/chartwarden/revision");
        return switch (leafKind) {
            case ALERT -> of(id + "@" + revision.asLong(), 1, time, document);
            case ACCESS -> of(id, revision.asLong(), time, document);
            case INSTRUCTION -> of(id, time.toEpochMilli(), time, document);
            case DISPOSITION, RULE -> of(id, 1, time, document);
        };
    }

    private Fingerprinted of(String id, long version, Instant time, ObjectNode document) {
        return new Fingerprinted(this, id, version, time, Fingerprint.of(document));
    }
}
