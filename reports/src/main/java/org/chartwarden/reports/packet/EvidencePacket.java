package org.chartwarden.reports.packet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.sink.search.AuditSearch;

/**
 * Makes evidence packets. The same documents, order and chain always give the same bytes.
 *
 * <p>Whoever hands one out has to write that down (an Instruction EVIDENCE_PACKET with {@link Made#sha256()}): without
 * it a packet proves only that it agrees with itself.
 */
public final class EvidencePacket {

    private final AuditSearch search;
    private final ChainPages pages;
    private final LinkSource links;

    public EvidencePacket(AuditSearch search, ChainPages pages, LinkSource links) {
        this.search = search;
        this.pages = pages;
        this.links = links;
    }

    /**
     * A packet that was made.
     *
     * @param sha256 of its manifest
     * @param accesses how many it holds
     * @param documents how many documents in it the hash chain could vouch for
     * @param sealed for how many of them it does
     * @param contradicted for how many of them it says something else
     */
    public record Made(
            PacketManifest manifest, String sha256, int accesses, long documents, long sealed, long contradicted) {}

    /**
     * @param work an empty folder that nobody else may read; whoever gave it removes it
     * @param target an empty file that only its owner may read
     * @return empty when there is no such alert; nothing is written then
     * @throws IOException when Elasticsearch does not answer or a file cannot be written
     */
    public Optional<Made> make(PacketOrder order, Path work, Path target) throws IOException {
        Optional<CaseFile> found = CaseReader.read(search, order, work);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<Fingerprinted, Seal> seals =
                SealFinder.find(pages, links, found.get().fingerprints());
        ChainLinks chain = ChainLinks.read(links, seals.values());
        return Optional.of(new PacketWriter(order, found.get(), seals, chain).write(work, target));
    }
}
