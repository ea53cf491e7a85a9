package org.chartwarden.sink.chain.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.chartwarden.model.ChainLeaf;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.LeafKind;
import org.chartwarden.sink.chain.ChainHead;
import org.chartwarden.sink.chain.ChainSamples;
import org.chartwarden.sink.chain.ChainTopic;
import org.chartwarden.sink.chain.SealedDocument;
import org.chartwarden.sink.elasticsearch.ChainPageDocument;
import org.chartwarden.sink.elasticsearch.Fields;
import org.chartwarden.sink.search.AuditSearch.Filter;
import org.chartwarden.sink.search.Documents;

/** A chain and what it seals, all of it in memory, so that each part can be tampered with. */
final class FakeSystem implements SealedSide, StandingSide {

    static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");
    static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");

    final List<ChainLink> links = new ArrayList<>();
    final Map<Long, ObjectNode> pages = new TreeMap<>();
    final Map<Documents, Map<String, ObjectNode>> documents = new HashMap<>();
    final Map<SealedDocument, Instant> waiting = new LinkedHashMap<>();
    final List<SealedDocument> refused = new ArrayList<>();
    private final List<ChainLeaf> open = new ArrayList<>();

    static ObjectNode access(String id, int revision) {
        return tree(new Fields()
                .put("@timestamp", TIME)
                .put("event.id", id)
                .put("user.id", "u1")
                .put("chartwarden.revision", revision));
    }

    static ObjectNode alert(String id, int revision) {
        return tree(new Fields()
                .put("@timestamp", TIME.plusSeconds(revision))
                .put("event.id", id)
                .put("event.risk_score", 73)
                .put("chartwarden.revision", revision));
    }

    static ObjectNode disposition(String id) {
        return tree(new Fields().put("@timestamp", TIME).put("event.id", id).put("chartwarden.note", "why"));
    }

    static ObjectNode rule(String id) {
        return tree(new Fields().put("@timestamp", TIME).put("event.id", id));
    }

    static ObjectNode tree(Fields fields) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(fields.toJson());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Comes in, and is gathered for the next link. */
    FakeSystem add(Documents kind, ObjectNode document) {
        LeafKind leaf = leafKind(kind);
        SealedDocument sealed = SealedDocument.of(leaf, document);
        open.add(ChainSamples.leaf(sealed));
        if (leaf == LeafKind.ALERT) {
            put(Documents.ALERTS, document.at("/event/id").asText(), document);
            put(Documents.ALERT_REVISIONS, sealed.id(), document);
        } else {
            put(kind, sealed.id(), document);
        }
        return this;
    }

    private static LeafKind leafKind(Documents kind) {
        return switch (kind) {
            case ACCESSES -> LeafKind.ACCESS;
            case ALERTS -> LeafKind.ALERT;
            case DISPOSITIONS -> LeafKind.DISPOSITION;
            case RULES -> LeafKind.RULE;
            case ALERT_REVISIONS, INSTRUCTIONS, NOTIFICATIONS, DEAD_LETTERS, CHAIN_PAGES ->
                throw new IllegalArgumentException("not needed: " + kind);
        };
    }

    void put(Documents kind, String id, ObjectNode document) {
        documents.computeIfAbsent(kind, key -> new LinkedHashMap<>()).put(id, document.deepCopy());
    }

    ObjectNode get(Documents kind, String id) {
        return documents.get(kind).get(id);
    }

    void remove(Documents kind, String id) {
        documents.get(kind).remove(id);
    }

    /** What was gathered becomes a link. */
    FakeSystem seal() {
        ChainLink link = ChainSamples.seal(head(), open, NOW);
        links.add(link);
        ObjectNode page = tree(new Fields());
        page.putObject("chartwarden").set("leaves", ChainPageDocument.leaves(open));
        pages.put(link.getSequence(), page);
        open.clear();
        return this;
    }

    ChainHead head() {
        return links.isEmpty() ? ChainHead.NONE : ChainHead.of(links.get(links.size() - 1));
    }

    Verdict verify() {
        return verify(new Span(null, null, Instant.EPOCH, NOW.minusSeconds(3_600)), Optional.empty());
    }

    Verdict verify(Span span, Optional<ChainHead> known) {
        try (KnownHeads heads = KnownHeads.of(known)) {
            return ChainVerification.run(this, this, span, head(), heads);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void links(ChainTopic.Visitor visitor) throws InterruptedException {
        for (ChainLink link : links) {
            visitor.visit(link);
        }
    }

    @Override
    public void waiting(BiConsumer<SealedDocument, Instant> visitor) {
        waiting.forEach(visitor);
    }

    @Override
    public void refused(Consumer<SealedDocument> visitor) {
        refused.forEach(visitor);
    }

    @Override
    public void documents(Documents kind, Filter span, BiConsumer<String, ObjectNode> visitor) {
        documents.getOrDefault(kind, Map.of()).forEach(visitor);
    }

    @Override
    public void pageIds(Consumer<String> visitor) {
        pages.keySet().forEach(sequence -> visitor.accept(sequence.toString()));
    }

    @Override
    public Map<Long, ObjectNode> pages(List<Long> sequences) {
        Map<Long, ObjectNode> found = new HashMap<>(pages);
        found.keySet().retainAll(sequences);
        return found;
    }
}
