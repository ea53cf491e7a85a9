package org.chartwarden.reports.packet;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.chartwarden.reports.packet.PacketFindings.Whole;
import org.chartwarden.sink.search.AuditSearch;
import org.chartwarden.sink.search.Documents;

/**
 * That a packet was handed out, as the system that did so has it on record.
 *
 * @param by user id of the officer
 * @param at when it was written down
 * @param link number of the hash chain's link that seals the record; empty while it is not sealed
 */
public record HandedOut(String by, Instant at, OptionalLong link) {

    /** Empty when no packet with this digest was ever handed out. */
    public static Optional<HandedOut> find(Whole packet, AuditSearch search, ChainPages pages, LinkSource links)
            throws IOException {
        Query digest = term("chartwarden.sha256", packet.manifestSha256());
        Query kind = term("event.action", "evidence_packet");
        Query alert = term("chartwarden.alert_id", packet.manifest().alertId());
        List<ObjectNode> found = new ArrayList<>();
        search.read(
                Documents.INSTRUCTIONS,
                Query.of(query -> query.bool(bool -> bool.filter(digest, kind, alert))),
                found::add);
        return found.isEmpty() ? Optional.empty() : Optional.of(of(found.get(0), pages, links));
    }

    private static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static HandedOut of(ObjectNode instruction, ChainPages pages, LinkSource links) throws IOException {
        Fingerprinted document = Evidence.INSTRUCTIONS.fingerprint(instruction);
        Map<Fingerprinted, Seal> seals = SealFinder.find(pages, links, List.of(document));
        Seal seal = seals.get(document);
        return new HandedOut(
                Facts.text(instruction, "/chartwarden/ordered_by"),
                document.time(),
                seal.state() == Seal.State.SEALED ? OptionalLong.of(seal.sequence()) : OptionalLong.empty());
    }
}
