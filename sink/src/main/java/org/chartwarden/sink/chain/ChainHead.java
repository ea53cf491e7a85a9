package org.chartwarden.sink.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chartwarden.model.ChainLeaf;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.ChainPage;

/**
 * Where a chain ends: from here the next link goes on. It stands for everything that was sealed before.
 *
 * @param sequence number of the newest link; 0 while there is none
 * @param hash of that link, 64 hexadecimal digits
 */
public record ChainHead(long sequence, String hash) {

    /** Of a chain without links. */
    public static final ChainHead NONE = new ChainHead(0, ChainHashes.NONE_BEFORE);

    public ChainHead {
        Objects.requireNonNull(hash, "hash");
    }

    public static ChainHead of(ChainLink link) {
        return new ChainHead(link.getSequence(), link.getHash());
    }

    /** @param leaves at least one */
    ChainPage nextPage(List<ChainLeaf> leaves) {
        return ChainPage.newBuilder()
                .setSequence(sequence + 1)
                .setLeaves(leaves)
                .build();
    }

    /** The link that seals a page behind this one. */
    ChainLink seal(ChainPage page, Instant now) {
        List<ChainLeaf> leaves = page.getLeaves();
        ChainLink link = ChainLink.newBuilder()
                .setSequence(page.getSequence())
                .setSealedAt(now.truncatedTo(ChronoUnit.MILLIS))
                .setPrevious(hash)
                .setPageSha256(ChainHashes.page(leaves))
                .setLeaves(leaves.size())
                .setCounts(counts(leaves))
                .setFirstTime(leaves.stream()
                        .map(ChainLeaf::getTime)
                        .min(Instant::compareTo)
                        .orElseThrow())
                .setLastTime(leaves.stream()
                        .map(ChainLeaf::getTime)
                        .max(Instant::compareTo)
                        .orElseThrow())
                .setHash("")
                .build();
        return ChainLink.newBuilder(link).setHash(ChainHashes.link(link)).build();
    }

    private static Map<String, Integer> counts(List<ChainLeaf> leaves) {
        return leaves.stream().collect(Collectors.toMap(leaf -> leaf.getKind().name(), leaf -> 1, Integer::sum));
    }
}
