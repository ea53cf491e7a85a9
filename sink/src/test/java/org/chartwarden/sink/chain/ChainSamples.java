package org.chartwarden.sink.chain;

import java.time.Instant;
import java.util.List;
import org.chartwarden.model.ChainLeaf;
import org.chartwarden.model.ChainLink;

/** What only the sealer does, for the tests of those who check it. */
public final class ChainSamples {

    private ChainSamples() {}

    public static ChainLeaf leaf(SealedDocument document) {
        return document.toLeaf();
    }

    public static ChainLink seal(ChainHead head, List<ChainLeaf> leaves, Instant now) {
        return head.seal(head.nextPage(List.copyOf(leaves)), now);
    }
}
