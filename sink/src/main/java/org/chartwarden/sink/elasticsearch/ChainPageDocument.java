package org.chartwarden.sink.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.chartwarden.model.ChainLeaf;
import org.chartwarden.model.ChainPage;

/** Makes the document of a page of the hash chain. Its leaves are kept in order, and are not searchable one by one. */
public final class ChainPageDocument {

    private static final String INDEX = "chartwarden-chain-pages";

    /** A page never changes: the link of its number has its digest. */
    private static final int VERSION = 1;

    private ChainPageDocument() {}

    /**
     * @param now for event.ingested
     * @throws IllegalArgumentException when the page is empty, and see {@link Document}
     */
    static Document of(ChainPage page, Instant now) {
        String id = Long.toString(page.getSequence());
        List<ChainLeaf> leaves = page.getLeaves();
        Instant last = leaves.stream()
                .map(ChainLeaf::getTime)
                .max(Instant::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("leaves are empty, but a page has at least one"));
        Fields fields = new Fields()
                .put("@timestamp", last)
                .put("event.id", id)
                .put("event.kind", "event")
                .put("event.ingested", now)
                .put("chartwarden.sequence", page.getSequence())
                .put("chartwarden.first_time", first(leaves))
                .put("chartwarden.last_time", last)
                .put("chartwarden.leaf_count", leaves.size())
                .putObjects("chartwarden.leaves", fields(leaves));
        return new Document(INDEX, id, VERSION, last, fields);
    }

    /** The leaves as the document has them: what the link's digest is made of. */
    public static JsonNode leaves(List<ChainLeaf> leaves) {
        return new Fields().putObjects("leaves", fields(leaves)).tree().path("leaves");
    }

    private static List<Fields> fields(List<ChainLeaf> leaves) {
        return leaves.stream().map(ChainPageDocument::leaf).toList();
    }

    private static Instant first(List<ChainLeaf> leaves) {
        return leaves.stream().map(ChainLeaf::getTime).min(Instant::compareTo).orElseThrow();
    }

    private static Fields leaf(ChainLeaf leaf) {
        return new Fields()
                .put("kind", Names.lowerCase(leaf.getKind()))
                .put("id", leaf.getId())
                .put("version", leaf.getVersion())
                .put("time", leaf.getTime())
                .put("sha256", leaf.getSha256());
    }
}
