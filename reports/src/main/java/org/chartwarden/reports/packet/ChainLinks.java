package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chartwarden.model.ChainLink;
import org.chartwarden.reports.packet.PacketManifest.ChainHead;
import org.chartwarden.sink.chain.ChainHashes;

/** The links that a packet needs: those that say something of its documents, and the newest one. */
final class ChainLinks {

    private final TreeMap<Long, ChainLink> bySequence = new TreeMap<>();
    private ChainLink newest;

    private ChainLinks() {}

    static ChainLinks read(LinkSource source, Collection<Seal> seals) {
        Set<Long> wanted = seals.stream().map(Seal::sequence).collect(Collectors.toSet());
        ChainLinks links = new ChainLinks();
        source.forEach(link -> {
            if (wanted.contains(link.getSequence())) {
                links.bySequence.put(link.getSequence(), link);
            }
            links.newest = link;
        });
        if (links.newest != null) {
            links.bySequence.put(links.newest.getSequence(), links.newest);
        }
        return links;
    }

    Optional<ChainHead> head() {
        return Optional.ofNullable(newest)
                .map(link -> new ChainHead(link.getSequence(), link.getHash(), link.getSealedAt()));
    }

    Collection<ChainLink> inOrder() {
        return bySequence.values();
    }

    /** Empty when the chain has no such link, although a page of that number is in Elasticsearch. */
    Optional<String> hash(long sequence) {
        return Optional.ofNullable(bySequence.get(sequence)).map(ChainLink::getHash);
    }

    /** All that a link's hash covers, and the hash. */
    static ObjectNode toJson(ChainLink link) {
        return ChainHashes.toJson(link).put("hash", link.getHash());
    }
}
