package org.chartwarden.sink.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chartwarden.model.ChainLeaf;
import org.chartwarden.model.ChainLink;
import org.chartwarden.sink.elasticsearch.CanonicalJson;
import org.chartwarden.sink.elasticsearch.ChainPageDocument;
import org.chartwarden.sink.elasticsearch.Fields;

/** Over which bytes the chain's digests are made: see docs/evidence.md, which must say the same. */
public final class ChainHashes {

    /** What the first link names as the one before it. */
    public static final String NONE_BEFORE = "0".repeat(64);

    private ChainHashes() {}

    /** A page's digest, over its leaves as its document in Elasticsearch has them. */
    public static String page(List<ChainLeaf> leaves) {
        return page(ChainPageDocument.leaves(leaves));
    }

    /** @param leaves an array, as in Elasticsearch */
    public static String page(JsonNode leaves) {
        return CanonicalJson.sha256(leaves);
    }

    /** A link's digest, over all that it says besides. */
    public static String link(ChainLink link) {
        return CanonicalJson.sha256(toJson(link));
    }

    /** What a link's digest is made of: all its fields but the digest. */
    public static ObjectNode toJson(ChainLink link) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("sequence", link.getSequence())
                .put("sealed_at", Fields.format(link.getSealedAt()))
                .put("previous", link.getPrevious())
                .put("page_sha256", link.getPageSha256())
                .put("leaves", link.getLeaves())
                .put("first_time", Fields.format(link.getFirstTime()))
                .put("last_time", Fields.format(link.getLastTime()));
        ObjectNode counts = json.putObject("counts");
        link.getCounts().forEach(counts::put);
        return json;
    }
}
