package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chartwarden.model.ChainLink;
import org.chartwarden.reports.packet.Fingerprinted.LeafId;
import org.chartwarden.reports.packet.Seal.State;
import org.chartwarden.sink.chain.ChainHashes;

/**
 * Finds which link of the hash chain seals which document. What a page in Elasticsearch says counts only when the link in
 * Kafka seals that very page: else whoever changes a document could change the page with it.
 */
final class SealFinder {

    private final Map<LeafId, List<Fingerprinted>> wanted;
    private final Map<Fingerprinted, Seal> seals = new HashMap<>();
    private final Map<Long, List<Word>> words = new HashMap<>();

    /**
     * What a page says of a document.
     *
     * @param page its digest
     */
    private record Word(Fingerprinted document, State state, String page) {}

    SealFinder(Collection<Fingerprinted> documents) {
        this.wanted = documents.stream().distinct().collect(Collectors.groupingBy(Fingerprinted::leafId));
        documents.forEach(document -> seals.put(document, Seal.NONE));
    }

    /** @return the seal of each document */
    static Map<Fingerprinted, Seal> find(ChainPages pages, LinkSource links, Collection<Fingerprinted> documents)
            throws IOException {
        SealFinder finder = new SealFinder(documents);
        pages.overlapping(
                TimeSpan.around(documents.stream().map(Fingerprinted::time).toList()), finder::visit);
        links.forEach(finder::visit);
        return finder.seals();
    }

    Map<Fingerprinted, Seal> seals() {
        return seals;
    }

    /** @param page as it stands in Elasticsearch; all of them before the links */
    void visit(ObjectNode page) {
        JsonNode leaves = page.at("/chartwarden/leaves");
        List<Word> said = new ArrayList<>();
        leaves.forEach(leaf -> visit(leaf, said));
        if (!said.isEmpty()) {
            String digest = ChainHashes.page(leaves);
            List<Word> all =
                    words.computeIfAbsent(page.at("/chartwarden/sequence").asLong(), sequence -> new ArrayList<>());
            said.forEach(word -> all.add(new Word(word.document(), word.state(), digest)));
        }
    }

    private void visit(JsonNode leaf, List<Word> said) {
        LeafId id = new LeafId(leaf.path("kind").asText(), leaf.path("id").asText());
        for (Fingerprinted document : wanted.getOrDefault(id, List.of())) {
            if (leaf.path("sha256").asText().equals(document.sha256())) {
                said.add(new Word(document, State.SEALED, ""));
            } else if (leaf.path("version").asLong() >= document.version()) {
                said.add(new Word(document, State.CONTRADICTED, ""));
            } // else it is an earlier revision
        }
    }

    void visit(ChainLink link) {
        for (Word word : words.getOrDefault(link.getSequence(), List.of())) {
            State state = word.page().equals(link.getPageSha256()) ? word.state() : State.CONTRADICTED;
            seals.merge(word.document(), new Seal(state, link.getSequence()), Seal::better);
        }
    }
}
