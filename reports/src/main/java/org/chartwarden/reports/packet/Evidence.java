package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chartwarden.model.LeafKind;
import org.chartwarden.sink.chain.SealedDocument;

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
        SealedDocument sealed = SealedDocument.of(leafKind, document);
        return new Fingerprinted(this, sealed.id(), sealed.version(), sealed.time(), sealed.sha256());
    }
}
