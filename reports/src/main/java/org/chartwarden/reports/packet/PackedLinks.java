package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.reports.packet.PacketManifest.ChainHead;
import org.chartwarden.sink.elasticsearch.CanonicalJson;

/** The links of a packet's links.ndjson: each must have the hash of what it says. */
final class PackedLinks {

    static final String FILE = "links.ndjson";

    private final Map<Long, String> hashes = new HashMap<>();

    private PackedLinks() {}

    static PackedLinks read(Lines lines) throws IOException, BrokenPacketException {
        PackedLinks links = new PackedLinks();
        for (Optional<JsonNode> line = lines.next(); line.isPresent(); line = lines.next()) {
            links.add(line.get());
        }
        return links;
    }

    private void add(JsonNode line) throws BrokenPacketException {
        long sequence = line.path("sequence").asLong();
        String hash = line.path("hash").asText();
        if (!(line instanceof ObjectNode link)
                || !CanonicalJson.sha256(link.deepCopy().without("hash")).equals(hash)) {
            throw new BrokenPacketException(
                    "link " + sequence + " in " + FILE + " does not have the hash of what it says");
        }
        hashes.put(sequence, hash);
    }

    /** @param head the newest link, as the manifest names it */
    void check(Optional<ChainHead> head) throws BrokenPacketException {
        if (head.isPresent() && !head.get().hash().equals(hashes.get(head.get().sequence()))) {
            throw new BrokenPacketException(PacketManifest.NAME + " names another newest link than " + FILE);
        }
    }

    /** Whether a line of chain.ndjson names a link that is in the packet, with its hash, or none. */
    boolean has(JsonNode entry) {
        return !entry.has("link_hash")
                || entry.path("link_hash")
                        .asText()
                        .equals(hashes.get(entry.path("sequence").asLong()));
    }
}
