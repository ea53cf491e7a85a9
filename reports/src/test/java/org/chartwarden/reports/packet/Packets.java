package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.ChainLink;
import org.chartwarden.reports.packet.EvidencePacket.Made;
import org.chartwarden.reports.picture.UserAgainstPeers.Day;
import org.chartwarden.sink.chain.ChainHashes;
import org.chartwarden.sink.elasticsearch.Fields;

/** A case as Elasticsearch would give it, and the packet of it. */
final class Packets {

    static final Instant MADE_AT = Instant.parse("2026-02-01T09:00:00Z");
    static final PacketOrder ORDER = new PacketOrder("a1", "officer1", MADE_AT, "Test Hospital", ZoneOffset.UTC);
    private static final Instant TIME = Instant.parse("2026-01-31T22:10:00Z");

    private Packets() {}

    static ObjectNode access(String eventId) {
        return document(new Fields()
                .put("@timestamp", TIME)
                .put("event.id", eventId)
                .put("event.action", "R")
                .put("chartwarden.object_type", "MedicationRequest")
                .put("user.id", "u1")
                .put("user.full_name", "Jane <Doe> & Söhne 李")
                .put("patient.id", "p1")
                .put("chartwarden.revision", 2)
                .put("chartwarden.explained", false)
                .put("chartwarden.unexplained_because", List.of("no encounter in 30 days"))
                .putObjects(
                        "chartwarden.rule_hits",
                        List.of(new Fields().put("rule_id", "vip").put("reason", "the patient is a VIP"))));
    }

    static ObjectNode alert(int revision) {
        return document(new Fields()
                .put("@timestamp", TIME)
                .put("event.id", "a1")
                .put("event.start", TIME)
                .put("event.end", TIME)
                .put("event.risk_score", 73)
                .put("event.ingested", TIME.plusSeconds(revision))
                .put("rule.id", "vip")
                .put("rule.name", "VIP record opened without explanation")
                .put("rule.version", "3")
                .put("user.id", "u1")
                .put("user.full_name", "Jane Doe")
                .put("patient.id", "p1")
                .put("chartwarden.revision", revision)
                .put("chartwarden.severity", "high")
                .put("chartwarden.status", "open")
                .put("chartwarden.event_count", 2)
                .put("chartwarden.event_ids", List.of("e1", "e2"))
                .put(
                        "chartwarden.reasons",
                        List.of("never treated this patient", "searched for this patient by name")));
    }

    static ObjectNode rule() {
        return document(new Fields()
                .put("@timestamp", TIME.minusSeconds(86_400))
                .put("event.id", "vip@3@0123456789ab")
                .put("rule.id", "vip")
                .put("rule.version", "3")
                .put("chartwarden.text", "id: vip\nversion: 3\n")
                .put("chartwarden.sha256", "ab".repeat(32)));
    }

    static ObjectNode document(Fields fields) {
        try {
            return (ObjectNode) Json.tree(fields.toJson());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything is sealed in link 7, but for the alert itself, which waits. */
    static Made write(Path folder, Path target) throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        CaseFile found = found(work);
        Map<Fingerprinted, Seal> seals = new HashMap<>();
        found.fingerprints().forEach(document -> seals.put(document, new Seal(Seal.State.SEALED, 7)));
        seals.put(found.fingerprints().get(0), Seal.NONE);
        ChainLinks chain = ChainLinks.read(
                visitor -> {
                    visitor.accept(link(7));
                    visitor.accept(link(8));
                    visitor.accept(link(9));
                },
                seals.values());
        return new PacketWriter(ORDER, found, seals, chain).write(work, target);
    }

    private static CaseFile found(Path work) throws IOException {
        CaseFile found = new CaseFile(alert(2));
        Files.write(work.resolve("alert.json"), Json.pretty(found.alert()));
        found.fingerprints().add(Evidence.ALERT.fingerprint(found.alert()));
        found.revisions().addAll(List.of(alert(1), alert(2)));
        found.rules().add(rule());
        for (int i = 0; i < 29; i++) {
            found.peers().add(new Day(LocalDate.parse("2026-01-03").plusDays(i), i == 28 ? 41 : 7 + i % 3, 4, 7, 11));
        }
        List<ObjectNode> accesses = List.of(access("e1"), access("e2"));
        accesses.forEach(access -> found.add(CaseAccess.of(access)));
        add(found, Evidence.REVISIONS, found.revisions(), work);
        add(found, Evidence.ACCESSES, accesses, work);
        add(found, Evidence.DISPOSITIONS, List.of(), work);
        add(found, Evidence.INSTRUCTIONS, List.of(), work);
        add(found, Evidence.RULES, found.rules(), work);
        Files.write(work.resolve("rule.yaml"), "id: vip\nversion: 3\n".getBytes(StandardCharsets.UTF_8));
        return found;
    }

    private static void add(CaseFile found, Evidence evidence, List<ObjectNode> documents, Path work)
            throws IOException {
        try (LineFile lines = new LineFile(work.resolve(evidence.file()))) {
            documents.forEach(document -> {
                lines.add(document);
                found.fingerprints().add(evidence.fingerprint(document));
            });
        }
    }

    static ChainLink link(long sequence) {
        ChainLink link = ChainLink.newBuilder()
                .setSequence(sequence)
                .setSealedAt(TIME.plusSeconds(sequence))
                .setPrevious("00".repeat(32))
                .setPageSha256("11".repeat(32))
                .setLeaves(4)
                .setCounts(Map.of("ACCESS", 3, "ALERT", 1))
                .setFirstTime(TIME)
                .setLastTime(TIME)
                .setHash("")
                .build();
        return ChainLink.newBuilder(link).setHash(ChainHashes.link(link)).build();
    }
}
