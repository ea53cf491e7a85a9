package org.chartwarden.reports.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chartwarden.model.ChainLink;
import org.chartwarden.reports.packet.Seal.State;
import org.chartwarden.sink.chain.ChainHashes;
import org.junit.jupiter.api.Test;

class SealFinderTest {

    private static final Fingerprinted DOCUMENT = Evidence.ACCESSES.fingerprint(Packets.access("e1"));

    private final SealFinder finder = new SealFinder(List.of(DOCUMENT));

    @Test
    void shouldBelieveThePageThatTheLinkSeals() {
        ObjectNode page = page(7, DOCUMENT.sha256());

        finder.visit(page);
        finder.visit(link(7, page));

        assertThat(finder.seals()).containsEntry(DOCUMENT, new Seal(State.SEALED, 7));
    }

    @Test
    void shouldNotBelieveAPageThatWasChangedWithItsDocument() {
        finder.visit(page(7, DOCUMENT.sha256()));
        finder.visit(link(7, page(7, "ab".repeat(32))));

        assertThat(finder.seals()).containsEntry(DOCUMENT, new Seal(State.CONTRADICTED, 7));
    }

    @Test
    void shouldNotBelieveAPageThatNoLinkHas() {
        finder.visit(page(9_999, DOCUMENT.sha256()));
        finder.visit(link(7, page(7, "ab".repeat(32))));

        assertThat(finder.seals()).containsEntry(DOCUMENT, Seal.NONE);
    }

    private static ObjectNode page(long sequence, String sha256) {
        ObjectNode page = Json.object();
        ObjectNode leaf = page.putObject("chartwarden")
                .put("sequence", sequence)
                .putArray("leaves")
                .addObject();
        leaf.put("kind", DOCUMENT.leafId().kind())
                .put("id", DOCUMENT.leafId().id())
                .put("version", DOCUMENT.version())
                .put("sha256", sha256);
        return page;
    }

    private static ChainLink link(long sequence, ObjectNode page) {
        return ChainLink.newBuilder(Packets.link(sequence))
                .setPageSha256(ChainHashes.page(page.at("/chartwarden/leaves")))
                .build();
    }
}
