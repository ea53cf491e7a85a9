package org.chartwarden.sink.chain.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.ChainLink;
import org.chartwarden.sink.chain.ChainHashes;
import org.chartwarden.sink.chain.ChainHead;
import org.chartwarden.sink.chain.SealedDocument;
import org.chartwarden.sink.chain.verify.Entry.Role;
import org.chartwarden.sink.chain.verify.Verdict.Count;

/**
 * Holds everything that vouches for something in Elasticsearch against the hash chain.
 *
 * <p>Both sides go on while they are read, so the order counts. What was sealed before the begin must be in
 * Elasticsearch. Then pages and documents are read, then what waits to be sealed, and the links last: so whatever stood among
 * the documents is found among what waits or what is sealed.
 */
public final class ChainVerification {

    /** Pages are large. */
    private static final int PAGES_AT_ONCE = 10;

    private final SealedSide sealed;
    private final StandingSide standing;
    private final Span span;
    private final Verdict verdict = new Verdict();
    private final AddedPages added;
    private final LostPages lost = new LostPages();
    private final List<ChainLink> batch = new ArrayList<>(PAGES_AT_ONCE);

    private ChainVerification(SealedSide sealed, StandingSide standing, Span span, ChainHead begin) {
        this.sealed = sealed;
        this.standing = standing;
        this.span = span;
        this.added = new AddedPages(begin);
    }

    /**
     * Reads everything once.
     *
     * @param begin the newest link of which everything has come to Elasticsearch already
     * @param known closed by its owner
     * @throws IOException when Kafka or Elasticsearch does not answer, or there is no room for what is compared
     */
    public static Verdict run(SealedSide sealed, StandingSide standing, Span span, ChainHead begin, KnownHeads known)
            throws IOException, InterruptedException {
        try (Ledger ledger = Ledger.open()) {
            return new ChainVerification(sealed, standing, span, begin).run(ledger, begin, known);
        }
    }

    private Verdict run(Ledger ledger, ChainHead begin, KnownHeads known) throws IOException, InterruptedException {
        standing.pageIds(added::visit);
        for (Standing kind : Standing.values()) {
            standing.documents(kind.documents(), span.read(), (id, document) -> ledger.add(kind.entry(id, document)));
        }
        sealed.waiting((document, arrived) -> {
            ledger.add(new Entry(Role.WAITING, document, 0));
            verdict.add(Count.OVERDUE, arrived.isBefore(span.due()) ? 1 : 0);
        });
        sealed.refused(document -> ledger.add(new Entry(Role.REFUSED, document, 0)));
        walk(ledger, begin, known);
        Judge judge = new Judge(span, lost, verdict);
        ledger.forEachGroup(judge::judge);
        return verdict;
    }

    private void walk(Ledger ledger, ChainHead begin, KnownHeads known) throws IOException, InterruptedException {
        LinkWalk walk = new LinkWalk(verdict::addToChain);
        sealed.links(link -> {
            walk.visit(link);
            known.visit(link, verdict::addToChain);
            verdict.add(Count.LINKS, 1);
            verdict.add(Count.LEAVES, link.getLeaves());
            if (span.touches(link.getFirstTime(), link.getLastTime())) {
                batch.add(link);
            }
            if (batch.size() == PAGES_AT_ONCE) {
                readPages(ledger, begin);
            }
        });
        readPages(ledger, begin);
        known.finish(walk.head(), verdict::addToChain);
        added.finish(walk.head(), verdict::addToChain);
        verdict.setHead(walk.head());
    }

    private void readPages(Ledger ledger, ChainHead begin) {
        Map<Long, ObjectNode> pages = pages();
        for (ChainLink link : batch) {
            ObjectNode page = pages.get(link.getSequence());
            if (page != null) {
                JsonNode leaves = page.at("/chartwarden/leaves");
                checkPage(link, leaves);
                Role role = link.getSequence() <= begin.sequence() ? Role.SEALED : Role.WAITING;
                leaves.forEach(leaf -> addLeaf(ledger, role, link, leaf));
            } else {
                lost.add(link);
                verdict.addToChain("the page of link " + link.getSequence() + " was removed");
            }
        }
        batch.clear();
    }

    private Map<Long, ObjectNode> pages() {
        try {
            return standing.pages(batch.stream().map(ChainLink::getSequence).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its leaves are looked at even when it was changed: so the documents of the others are not taken for added ones. */
    private void checkPage(ChainLink link, JsonNode leaves) {
        if (!ChainHashes.page(leaves).equals(link.getPageSha256()) || leaves.size() != link.getLeaves()) {
            verdict.addToChain("the page of link " + link.getSequence() + " was changed: its leaves are not those"
                    + " that the link seals");
        }
    }

    private void addLeaf(Ledger ledger, Role role, ChainLink link, JsonNode leaf) {
        try {
            ledger.add(new Entry(role, SealedDocument.ofLeaf(leaf), link.getSequence()));
        } catch (IllegalArgumentException | DateTimeException e) {
            // a leaf that is none: its page was changed, and is named already
        }
    }
}
