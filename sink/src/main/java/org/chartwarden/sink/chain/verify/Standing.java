package org.chartwarden.sink.chain.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.chartwarden.model.LeafKind;
import org.chartwarden.sink.chain.SealedDocument;
import org.chartwarden.sink.chain.verify.Entry.Role;
import org.chartwarden.sink.elasticsearch.Fingerprint;
import org.chartwarden.sink.search.Documents;

/** The documents that the chain vouches for. */
enum Standing {
    ACCESSES(Documents.ACCESSES, LeafKind.ACCESS),
    ALERTS(Documents.ALERTS, LeafKind.ALERT),
    ALERT_REVISIONS(Documents.ALERT_REVISIONS, LeafKind.ALERT),
    DISPOSITIONS(Documents.DISPOSITIONS, LeafKind.DISPOSITION),
    INSTRUCTIONS(Documents.INSTRUCTIONS, LeafKind.INSTRUCTION),
    RULES(Documents.RULES, LeafKind.RULE);

    private final Documents documents;
    private final LeafKind leafKind;

    Standing(Documents documents, LeafKind leafKind) {
        this.documents = documents;
        this.leafKind = leafKind;
    }

    Documents documents() {
        return documents;
    }

    /** @param id under which it stands */
    Entry entry(String id, ObjectNode document) {
        try {
            SealedDocument own = SealedDocument.of(leafKind, document);
            String ownId = this == ALERTS ? document.at("/event/id").asText() : own.id();
            return ownId.equals(id)
                    ? new Entry(this == ALERTS ? Role.NEWEST : Role.STANDING, own, 0)
                    : copy(id, own.time(), document);
        } catch (DateTimeException e) {
            return copy(id, Instant.EPOCH, document); // Chartwarden writes none without a time
        }
    }

    private Entry copy(String id, Instant time, ObjectNode document) {
        return new Entry(Role.COPY, new SealedDocument(leafKind, id, 0, time, Fingerprint.of(document)), 0);
    }
}
