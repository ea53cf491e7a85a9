package org.chartwarden.reports.packet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwarden.reports.packet.PacketManifest.FileEntry;
import org.chartwarden.sink.elasticsearch.Fingerprint;
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
        Optional<CaseFile> found = CaseReader.read(search, order.alertId(), work);
        return found.isEmpty() ? Optional.empty() : Optional.of(make(order, found.get(), work, target));
    }

    private Made make(PacketOrder order, CaseFile found, Path work, Path target) throws IOException {
        Map<Fingerprinted, Seal> seals = SealFinder.find(pages, found.fingerprints());
        ChainLinks chain = ChainLinks.read(links, seals.values());
        List<Seal> inOrder = found.fingerprints().stream().map(seals::get).toList();
        writeChain(found.fingerprints(), inOrder, chain, work);
        try (OutputStream pdf = Files.newOutputStream(work.resolve("evidence.pdf"))) {
            new EvidencePages(order, found, inOrder, chain.head()).document().write(pdf);
        }
        PacketManifest manifest = new PacketManifest(
                order.packetId(),
                order.system(),
                order.alertId(),
                order.madeAt(),
                order.officer(),
                chain.head(),
                ZipWriter.list(work).stream().map(FileEntry::of).toList());
        byte[] json = manifest.toJson();
        Files.write(work.resolve(PacketManifest.NAME), json);
        ZipWriter.write(work, target);
        return new Made(
                manifest,
                Fingerprint.sha256(json),
                found.marks().size(),
                inOrder.size(),
                count(inOrder, Seal.State.SEALED),
                count(inOrder, Seal.State.CONTRADICTED));
    }

    private static void writeChain(List<Fingerprinted> documents, List<Seal> seals, ChainLinks chain, Path work)
            throws IOException {
        try (LineFile lines = new LineFile(work.resolve(ChainEntry.FILE))) {
            for (int i = 0; i < documents.size(); i++) {
                lines.add(ChainEntry.toJson(documents.get(i), seals.get(i), chain));
            }
        }
        try (LineFile lines = new LineFile(work.resolve("links.ndjson"))) {
            chain.inOrder().forEach(link -> lines.add(ChainLinks.toJson(link)));
        }
    }

    static long count(Collection<Seal> seals, Seal.State state) {
        return seals.stream().filter(seal -> seal.state() == state).count();
    }
}
