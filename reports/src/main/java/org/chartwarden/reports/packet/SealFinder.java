package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chartwarden.reports.packet.Fingerprinted.LeafId;
import org.chartwarden.reports.packet.Seal.State;

/** Finds which link of the hash chain seals which document. */
final class SealFinder {

    private final Map<LeafId, List<Fingerprinted>> wanted;
    private final Map<Fingerprinted, Seal> seals = new HashMap<>();

    SealFinder(Collection<Fingerprinted> documents) {
        this.wanted = documents.stream().distinct().collect(Collectors.groupingBy(Fingerprinted::leafId));
        documents.forEach(document -> seals.put(document, Seal.NONE));
    }

    /** @return the seal of each document */
    static Map<Fingerprinted, Seal> find(ChainPages pages, Collection<Fingerprinted> documents) throws IOException {
        SealFinder finder = new SealFinder(documents);
        pages.overlapping(
                TimeSpan.around(documents.stream().map(Fingerprinted::time).toList()), finder::visit);
        return finder.seals();
    }

    Map<Fingerprinted, Seal> seals() {
        return seals;
    }

    /** @param page as it stands in Elasticsearch; in order of their numbers */
    void visit(ObjectNode page) {
        long sequence = page.at("/chartwarden/sequence").asLong();
        page.at("/chartwarden/leaves").forEach(leaf -> visit(sequence, leaf));
    }

    private void visit(long sequence, JsonNode leaf) {
        LeafId id = new LeafId(leaf.path("kind").asText(), leaf.path("id").asText());
        for (Fingerprinted document : wanted.getOrDefault(id, List.of())) {
            if (leaf.path("sha256").asText().equals(document.sha256())) {
                seals.merge(document, new Seal(State.SEALED, sequence), Seal::better);
            } else if (leaf.path("version").asLong() >= document.version()) {
                seals.merge(document, new Seal(State.CONTRADICTED, sequence), Seal::better);
            } // else it is an earlier revision
        }
    }
}
