package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartwarden.reports.packet.PacketFindings.Broken;
import org.chartwarden.reports.packet.PacketFindings.Whole;
import org.chartwarden.reports.packet.PacketManifest.FileEntry;
import org.chartwarden.sink.elasticsearch.Fingerprint;

/** Checks that a packet is whole and unaltered, without any other system. */
public final class PacketVerification {

    private static final int MOST_MANIFEST_BYTES = 1 << 20;

    private final FileChannel packet;
    private final Map<String, PackedFile> files;

    private PacketVerification(FileChannel packet, List<PackedFile> files) {
        this.packet = packet;
        this.files = files.stream().collect(Collectors.toMap(PackedFile::name, Function.identity()));
    }

    /**
     * Reads the packet from begin to end, in little memory whatever it holds.
     *
     * @throws IOException when the file cannot be read
     */
    public static PacketFindings check(Path file) throws IOException {
        try (FileChannel packet = FileChannel.open(file)) {
            List<PackedFile> files = ZipReader.read(packet);
            return new PacketVerification(packet, files).check(files);
        } catch (BrokenPacketException e) {
            return new Broken(e.getMessage());
        }
    }

    private Whole check(List<PackedFile> inOrder) throws IOException, BrokenPacketException {
        byte[] json = manifest();
        PacketManifest manifest = PacketManifest.of(json);
        compare(
                manifest.files(),
                inOrder.stream()
                        .filter(file -> !file.name().equals(PacketManifest.NAME))
                        .map(FileEntry::of)
                        .toList());
        long documents = checkFingerprints(manifest);
        return new Whole(manifest, Fingerprint.sha256(json), documents);
    }

    private byte[] manifest() throws IOException, BrokenPacketException {
        PackedFile file = file(PacketManifest.NAME);
        if (file.length() > MOST_MANIFEST_BYTES) {
            throw new BrokenPacketException(PacketManifest.NAME + " is longer than any that Chartwarden writes");
        }
        try (InputStream in = ZipReader.open(packet, file)) {
            return in.readAllBytes();
        }
    }

    private PackedFile file(String name) throws BrokenPacketException {
        return Optional.ofNullable(files.get(name)).orElseThrow(() -> new BrokenPacketException(name + " is missing"));
    }

    /** Both are in order of their names. */
    private static void compare(List<FileEntry> promised, List<FileEntry> found) throws BrokenPacketException {
        for (FileEntry file : promised) {
            FileEntry real = found.stream()
                    .filter(one -> one.name().equals(file.name()))
                    .findFirst()
                    .orElseThrow(() -> new BrokenPacketException(
                            "a file that " + PacketManifest.NAME + " promises is missing: " + shown(file.name())));
            if (!real.equals(file)) {
                throw new BrokenPacketException(
                        file.name() + " was changed: it is not the one in " + PacketManifest.NAME);
            }
        }
        for (FileEntry file : found) {
            if (promised.stream().noneMatch(one -> one.name().equals(file.name()))) {
                throw new BrokenPacketException(
                        file.name() + " was added: " + PacketManifest.NAME + " has no such file");
            }
        }
        if (promised.size() != found.size()) {
            throw new BrokenPacketException(PacketManifest.NAME + " names a file twice");
        }
    }

    private static String shown(String name) {
        return PackedFile.isName(name) ? name : "it has a name that no file of a packet has";
    }

    private long checkFingerprints(PacketManifest manifest) throws IOException, BrokenPacketException {
        checkAlert(manifest);
        PackedLinks links = links(manifest);
        long documents = 0;
        try (Lines chain = open(ChainEntry.FILE)) {
            for (Evidence evidence : Evidence.values()) {
                documents += checkFingerprints(evidence, chain, links);
            }
            if (chain.next().isPresent()) {
                throw new BrokenPacketException(
                        ChainEntry.FILE + " has a line about a document that is not in the packet");
            }
        }
        return documents;
    }

    private void checkAlert(PacketManifest manifest) throws IOException, BrokenPacketException {
        try (Lines alert = open(Evidence.ALERT.file())) {
            String id = Facts.text(alert.whole(), "/event/id");
            if (!id.equals(manifest.alertId())) {
                throw new BrokenPacketException(
                        Evidence.ALERT.file() + " is of another alert than " + PacketManifest.NAME);
            }
        }
    }

    private PackedLinks links(PacketManifest manifest) throws IOException, BrokenPacketException {
        try (Lines lines = open(PackedLinks.FILE)) {
            PackedLinks links = PackedLinks.read(lines);
            links.check(manifest.chainHead());
            return links;
        }
    }

    private long checkFingerprints(Evidence evidence, Lines chain, PackedLinks links)
            throws IOException, BrokenPacketException {
        long count = 0;
        try (Lines lines = open(evidence.file())) {
            Optional<JsonNode> document = evidence == Evidence.ALERT ? Optional.of(lines.whole()) : lines.next();
            while (document.isPresent()) {
                count++;
                check(evidence, count, document.get(), chain.next(), links);
                document = evidence == Evidence.ALERT ? Optional.empty() : lines.next();
            }
        }
        return count;
    }

    private static void check(
            Evidence evidence, long number, JsonNode document, Optional<JsonNode> entry, PackedLinks links)
            throws BrokenPacketException {
        if (entry.isEmpty() || !matches(evidence, document, entry.get())) {
            throw new BrokenPacketException("document " + number + " of " + evidence.file()
                    + " does not have the fingerprint in " + ChainEntry.FILE);
        }
        if (!links.has(entry.get())) {
            throw new BrokenPacketException("document " + number + " of " + evidence.file()
                    + " names a link that is not in " + PackedLinks.FILE);
        }
    }

    private static boolean matches(Evidence evidence, JsonNode document, JsonNode entry) {
        try {
            return document instanceof ObjectNode object && ChainEntry.matches(entry, evidence.fingerprint(object));
        } catch (DateTimeException e) {
            return false; // a document without a time is none of Chartwarden's
        }
    }

    private Lines open(String name) throws BrokenPacketException {
        return new Lines(name, ZipReader.open(packet, file(name)));
    }
}
