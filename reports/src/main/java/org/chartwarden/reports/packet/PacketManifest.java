package org.chartwarden.reports.packet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a packet says of itself: {@code manifest.json}. Its SHA-256 stands for the whole packet.
 *
 * @param packetId follows from the alert, the time and the officer
 * @param system the site's name of the system
 * @param alertId which alert it is about
 * @param madeAt when it was made, to the millisecond
 * @param madeBy user id of the officer
 * @param chainHead the newest link of the hash chain at that time; empty when there was none
 * @param files every other file of the packet, in order of their names
 */
public record PacketManifest(
        String packetId,
        String system,
        String alertId,
        Instant madeAt,
        String madeBy,
        Optional<ChainHead> chainHead,
        List<FileEntry> files) {

    static final String NAME = "manifest.json";

    /** One link of the hash chain, by its number and its hash. */
    public record ChainHead(long sequence, String hash, Instant sealedAt) {

        public ChainHead {
            Objects.requireNonNull(hash, "hash");
            Objects.requireNonNull(sealedAt, "sealedAt");
        }
    }

    /**
     * One file.
     *
     * @param bytes its length
     * @param sha256 64 hexadecimal digits
     */
    public record FileEntry(String name, long bytes, String sha256) {

        public FileEntry {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sha256, "sha256");
        }

        static FileEntry of(PackedFile file) {
            return new FileEntry(file.name(), file.length(), file.sha256());
        }
    }

    public PacketManifest {
        Objects.requireNonNull(packetId, "packetId");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(madeBy, "madeBy");
        Objects.requireNonNull(chainHead, "chainHead");
        files = List.copyOf(files);
    }

    /** UTF-8. The same manifest always gives the same bytes. */
    byte[] toJson() {
        ObjectNode json = Json.object()
                .put("packet_id", packetId)
                .put("system", system)
                .put("alert_id", alertId)
                .put("made_at", madeAt.toString())
                .put("made_by", madeBy);
        chainHead.ifPresent(head -> json.putObject("chain_head")
                .put("sequence", head.sequence())
                .put("hash", head.hash())
                .put("sealed_at", head.sealedAt().toString()));
        var list = json.putArray("files");
        files.forEach(file -> list.addObject()
                .put("name", file.name())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256()));
        return Json.pretty(json);
    }

    /** @throws BrokenPacketException when the bytes are not exactly what {@link #toJson} gives */
    static PacketManifest of(byte[] bytes) throws BrokenPacketException {
        try {
            PacketManifest manifest = read(Json.tree(bytes));
            if (Arrays.equals(manifest.toJson(), bytes)) {
                return manifest;
            }
        } catch (JsonProcessingException | DateTimeException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
        throw malformed(null);
    }

    private static BrokenPacketException malformed(Exception cause) {
        return new BrokenPacketException(NAME + " is not as Chartwarden writes it", cause);
    }

    private static PacketManifest read(JsonNode json) {
        List<FileEntry> files = new ArrayList<>();
        json.path("files")
                .forEach(file -> files.add(new FileEntry(
                        file.path("name").asText(),
                        file.path("bytes").asLong(),
                        file.path("sha256").asText())));
        return new PacketManifest(
                json.path("packet_id").asText(),
                json.path("system").asText(),
                json.path("alert_id").asText(),
                Instant.parse(json.path("made_at").asText()),
                json.path("made_by").asText(),
                json.has("chain_head") ? Optional.of(head(json.get("chain_head"))) : Optional.empty(),
                files);
    }

    private static ChainHead head(JsonNode json) {
        return new ChainHead(
                json.path("sequence").asLong(),
                json.path("hash").asText(),
                Instant.parse(json.path("sealed_at").asText()));
    }
}
