package org.chartwarden.reports.packet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chartwarden.reports.packet.EvidencePacket.Made;
import org.chartwarden.reports.packet.PacketManifest.FileEntry;
import org.chartwarden.sink.elasticsearch.Fingerprint;

/** Adds to the files of a case what vouches for them, and packs all of it. */
final class PacketWriter {

    private final PacketOrder order;
    private final CaseFile found;
    private final List<Seal> seals;
    private final ChainLinks chain;

    /** @param seals of every fingerprint of the case */
    PacketWriter(PacketOrder order, CaseFile found, Map<Fingerprinted, Seal> seals, ChainLinks chain) {
        this.order = order;
        this.found = found;
        this.seals = found.fingerprints().stream().map(seals::get).toList();
        this.chain = chain;
    }

    /** @param work with the files of the case; gets the others */
    Made write(Path work, Path target) throws IOException {
        writeChain(work);
        try (OutputStream pdf = new BufferedOutputStream(Files.newOutputStream(work.resolve("evidence.pdf")))) {
            new EvidencePages(order, found, seals, chain.head()).document().write(pdf);
        }
        PacketManifest manifest = manifest(work);
        byte[] json = manifest.toJson();
        Files.write(work.resolve(PacketManifest.NAME), json);
        ZipWriter.write(work, target);
        return new Made(
                manifest,
                Fingerprint.sha256(json),
                found.marks().size(),
                seals.size(),
                Seal.count(seals, Seal.State.SEALED),
                Seal.count(seals, Seal.State.CONTRADICTED));
    }

    private void writeChain(Path work) throws IOException {
        try (LineFile lines = new LineFile(work.resolve(ChainEntry.FILE))) {
            for (int i = 0; i < seals.size(); i++) {
                lines.add(ChainEntry.toJson(found.fingerprints().get(i), seals.get(i), chain));
            }
        }
        try (LineFile lines = new LineFile(work.resolve(PackedLinks.FILE))) {
            chain.inOrder().forEach(link -> lines.add(ChainLinks.toJson(link)));
        }
    }

    private PacketManifest manifest(Path work) throws IOException {
        return new PacketManifest(
                order.packetId(),
                order.system(),
                order.alertId(),
                order.madeAt(),
                order.officer(),
                chain.head(),
                ZipWriter.list(work).stream().map(FileEntry::of).toList());
    }
}
