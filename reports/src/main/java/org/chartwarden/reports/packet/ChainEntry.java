package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One line of a packet's chain.ndjson: a document's fingerprint, and what the hash chain says of it. */
final class ChainEntry {

    static final String FILE = "chain.ndjson";

    private ChainEntry() {}

    static ObjectNode toJson(Fingerprinted document, Seal seal, ChainLinks chain) {
        ObjectNode json = Json.object()
                .put("file", document.evidence().file())
                .put("kind", document.leafId().kind())
                .put("id", document.id())
                .put("version", document.version())
                .put("time", document.time().toString())
                .put("sha256", document.sha256())
                .put("state", seal.state().words());
        if (seal.sequence() > 0) {
            json.put("sequence", seal.sequence());
            chain.hash(seal.sequence()).ifPresent(hash -> json.put("link_hash", hash));
        }
        return json;
    }

    /** Whether a line is about this document, and about these contents. */
    static boolean matches(JsonNode line, Fingerprinted document) {
        return document.evidence().file().equals(line.path("file").asText())
                && document.id().equals(line.path("id").asText())
                && document.version() == line.path("version").asLong()
                && document.sha256().equals(line.path("sha256").asText());
    }
}
