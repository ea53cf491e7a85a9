package org.chartwarden.sink.mail;

import java.time.Instant;
import java.util.Objects;
import org.chartwarden.model.ChainLink;

/**
 * The newest link of the hash chain, to be kept where nobody who runs Chartwarden can change it.
 *
 * @param sequence the link's number
 * @param hash the link's
 * @param sealedAt when it was sealed
 * @param leaves how many pieces of evidence it seals
 */
public record ChainHeadNotice(long sequence, Sha256 hash, Instant sealedAt, int leaves, Site site) implements Notice {

    public ChainHeadNotice {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(sealedAt, "sealedAt");
        Objects.requireNonNull(site, "site");
    }

    /** Tells of this link. */
    public static ChainHeadNotice of(ChainLink link, Site site) {
        return new ChainHeadNotice(
                link.getSequence(), new Sha256(link.getHash()), link.getSealedAt(), link.getLeaves(), site);
    }
}
