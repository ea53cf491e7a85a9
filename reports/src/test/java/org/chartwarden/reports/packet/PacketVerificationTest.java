package org.chartwarden.reports.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.chartwarden.reports.packet.EvidencePacket.Made;
import org.chartwarden.reports.packet.PacketFindings.Broken;
import org.chartwarden.reports.packet.PacketFindings.Whole;
import org.chartwarden.serde.TrustedClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacketVerificationTest {

    static {
        TrustedClasses.ensure();
    }

    /** The ZIP's headers, the manifest and the ends of files are each hit; a multiple of nothing that is in it. */
    private static final int STRIDE = 13;

    @TempDir
    private Path folder;

    private Path packet;
    private Made made;

    @BeforeEach
    void make() throws IOException {
        packet = folder.resolve("packet.zip");
        made = Packets.write(folder, packet);
    }

    @Test
    void shouldFindAPacketWhole() throws IOException {
        PacketFindings findings = PacketVerification.check(packet);

        assertThat(findings).isEqualTo(new Whole(made.manifest(), made.sha256(), 6));
        assertThat(made.manifest().files())
                .extracting(PacketManifest.FileEntry::name)
                .containsExactly(
                        "accesses.ndjson",
                        "alert.json",
                        "chain.ndjson",
                        "dispositions.ndjson",
                        "evidence.pdf",
                        "instructions.ndjson",
                        "links.ndjson",
                        "revisions.ndjson",
                        "rule.yaml",
                        "rules.ndjson");
    }

    @Test
    void shouldBeAZipFileThatAnyProgramReads() throws IOException {
        try (ZipFile zip = new ZipFile(packet.toFile())) {
            assertThat(zip.size()).isEqualTo(11);
            assertThat(zip.getInputStream(zip.getEntry("rule.yaml")).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("id: vip\nversion: 3\n");
        }
    }

    /** Also when the clock has moved on meanwhile: laying a PDF out takes longer than the milliseconds that FOP reads. */
    @Test
    void shouldMakeTheSameBytesAgain() throws IOException {
        Path again = folder.resolve("again.zip");

        Packets.write(Files.createDirectory(folder.resolve("other")), again);

        assertThat(again).hasSameBinaryContentAs(packet);
    }

    @Test
    void shouldNameEveryChangedByte() throws IOException {
        byte[] bytes = Files.readAllBytes(packet);
        Path changed = folder.resolve("changed.zip");

        for (int i = 0; i < bytes.length; i += i < bytes.length - 2_000 && i > 2_000 ? STRIDE : 1) {
            byte[] one = bytes.clone();
            one[i] ^= (byte) (1 << i % 8);
            Files.write(changed, one);

            assertThat(PacketVerification.check(changed)).as("byte %d", i).isInstanceOf(Broken.class);
        }
    }

    @Test
    void shouldNameEveryShortening() throws IOException {
        byte[] bytes = Files.readAllBytes(packet);
        Path cut = folder.resolve("cut.zip");

        for (int length = 0; length < bytes.length; length += 997) {
            Files.write(cut, Arrays.copyOf(bytes, length));

            assertThat(PacketVerification.check(cut)).as("%d bytes", length).isInstanceOf(Broken.class);
        }
    }

    @Test
    void shouldNameWhatWasAppended() throws IOException {
        byte[] bytes = Files.readAllBytes(packet);
        Files.write(packet, Arrays.copyOf(bytes, bytes.length + 1));

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("something was appended to the packet, from byte " + bytes.length + " on"));
    }

    @Test
    void shouldNameAChangedFileThatWasPackedAnew() throws IOException {
        repack(work -> edit(work, "rule.yaml", text -> text.replace("vip", "dog")));

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("rule.yaml was changed: it is not the one in manifest.json"));
    }

    @Test
    void shouldNameAFileThatWasAdded() throws IOException {
        repack(work -> Files.writeString(work.resolve("letter.txt"), "hello"));

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("letter.txt was added: manifest.json has no such file"));
    }

    @Test
    void shouldNameAFileThatWasRemoved() throws IOException {
        repack(work -> Files.delete(work.resolve("dispositions.ndjson")));

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("a file that manifest.json promises is missing: dispositions.ndjson"));
    }

    @Test
    void shouldNameADocumentThatWasChangedTogetherWithTheManifest() throws IOException {
        repack(work -> {
            edit(work, "accesses.ndjson", text -> text.replace("\"e2\"", "\"e3\""));
            renewManifest(work);
        });

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("document 2 of accesses.ndjson does not have the fingerprint in chain.ndjson"));
    }

    @Test
    void shouldNameADocumentThatWasAddedTogetherWithTheManifest() throws IOException {
        repack(work -> {
            edit(work, "dispositions.ndjson", text -> "{\"@timestamp\":\"soon\"}\n");
            renewManifest(work);
        });

        assertThat(PacketVerification.check(packet))
                .isEqualTo(
                        new Broken("document 1 of dispositions.ndjson does not have the fingerprint in chain.ndjson"));
    }

    @Test
    void shouldNameALinkThatWasChangedTogetherWithTheManifest() throws IOException {
        repack(work -> {
            edit(work, "links.ndjson", text -> text.replace("\"leaves\":4", "\"leaves\":5"));
            renewManifest(work);
        });

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("link 7 in links.ndjson does not have the hash of what it says"));
    }

    @Test
    void shouldNameADocumentWhoseLinkWasRemovedTogetherWithTheManifest() throws IOException {
        repack(work -> {
            edit(work, "links.ndjson", text -> text.substring(text.indexOf('\n') + 1));
            renewManifest(work);
        });

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("document 1 of revisions.ndjson names a link that is not in links.ndjson"));
    }

    @Test
    void shouldNameALineThatIsNoJson() throws IOException {
        repack(work -> {
            edit(work, "accesses.ndjson", text -> text + "{\"a\":1,\"a\":2}\n");
            renewManifest(work);
        });

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("line 3 of accesses.ndjson is not as Chartwarden writes it"));
    }

    @Test
    void shouldGiveAForgedPacketAnotherDigest() throws IOException {
        repack(work -> edit(work, "manifest.json", text -> text.replace("officer1", "officer2")));

        assertThat(PacketVerification.check(packet))
                .isInstanceOfSatisfying(
                        Whole.class, whole -> assertThat(whole.manifestSha256()).isNotEqualTo(made.sha256()));
    }

    @Test
    void shouldRefuseAManifestInAnotherForm() throws IOException {
        repack(work -> edit(work, "manifest.json", text -> text.replace("\n", "\r\n")));

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("manifest.json is not as Chartwarden writes it"));
    }

    @Test
    void shouldRefuseWhatIsPackedByOthers() throws IOException {
        for (String name : new String[] {"../../etc/passwd", "/etc/passwd", "folder/", "A.TXT", "a".repeat(65), ""}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
            }
            Files.write(packet, bytes.toByteArray());

            assertThat(PacketVerification.check(packet))
                    .as(name)
                    .isEqualTo(new Broken("the file behind '' has a name that no file of a packet has"));
        }
    }

    @Test
    void shouldRefuseWhatIsCompressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(new byte[10_000_000]);
        }
        Files.write(packet, bytes.toByteArray());

        assertThat(PacketVerification.check(packet)).isInstanceOf(Broken.class);
    }

    @Test
    void shouldRefuseWhatIsNoPacket() throws IOException {
        Files.writeString(packet, "%PDF-1.7");

        assertThat(PacketVerification.check(packet))
                .isEqualTo(new Broken("the file is not a packet: it does not begin as a ZIP file does"));
    }

    private interface Tampering {
        void on(Path work) throws IOException;
    }

    private void repack(Tampering tampering) throws IOException {
        Path work = folder.resolve("work");
        tampering.on(work);
        ZipWriter.write(work, packet);
    }

    private static void edit(Path work, String file, UnaryOperator<String> change) throws IOException {
        Path path = work.resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
    }

    private void renewManifest(Path work) throws IOException {
        Files.delete(work.resolve("manifest.json"));
        PacketManifest old = made.manifest();
        PacketManifest renewed = new PacketManifest(
                old.packetId(),
                old.system(),
                old.alertId(),
                old.madeAt(),
                old.madeBy(),
                old.chainHead(),
                ZipWriter.list(work).stream().map(PacketManifest.FileEntry::of).toList());
        Files.write(work.resolve("manifest.json"), renewed.toJson());
    }
}
