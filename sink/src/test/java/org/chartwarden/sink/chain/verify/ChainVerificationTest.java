package org.chartwarden.sink.chain.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwarden.sink.chain.verify.FakeSystem.NOW;
import static org.chartwarden.sink.chain.verify.FakeSystem.TIME;
import static org.chartwarden.sink.chain.verify.FakeSystem.access;
import static org.chartwarden.sink.chain.verify.FakeSystem.alert;
import static org.chartwarden.sink.chain.verify.FakeSystem.disposition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.chartwarden.model.ChainLink;
import org.chartwarden.model.LeafKind;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.sink.chain.ChainHashes;
import org.chartwarden.sink.chain.ChainHead;
import org.chartwarden.sink.chain.SealedDocument;
import org.chartwarden.sink.chain.verify.Finding.Wrong;
import org.chartwarden.sink.chain.verify.Verdict.Count;
import org.chartwarden.sink.search.Documents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way of tampering is named, and what nobody tampered with is not. */
class ChainVerificationTest {

    static {
        TrustedClasses.ensure();
    }

    private static final String OTHER_PRINT = "it was sealed with another fingerprint";

    private FakeSystem system;

    /** Link 1 seals e1 and an alert, link 2 e2, link 3 a revision of both and a decision. */
    @BeforeEach
    void sealThreeLinks() {
        system = new FakeSystem()
                .add(Documents.ACCESSES, access("e1", 1))
                .add(Documents.ALERTS, alert("a1", 1))
                .seal()
                .add(Documents.ACCESSES, access("e2", 1))
                .seal()
                .add(Documents.ACCESSES, access("e1", 2))
                .add(Documents.ALERTS, alert("a1", 2))
                .add(Documents.DISPOSITIONS, disposition("d1"))
                .seal();
    }

    @Test
    void shouldVouchForWhatStandsAsItWasSealed() {
        Verdict verdict = system.verify();

        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.count(Count.LINKS)).isEqualTo(3);
        assertThat(verdict.count(Count.LEAVES)).isEqualTo(6);
        assertThat(verdict.count(Count.VOUCHED)).isEqualTo(6); // two accesses, an alert, two revisions, a decision
        assertThat(verdict.head()).isEqualTo(system.head());
    }

    @Test
    void shouldNameAChangedDocument() {
        system.get(Documents.ACCESSES, "e2").putObject("user").put("id", "u9");

        assertFinding(system.verify(), new Finding(Wrong.CHANGED, LeafKind.ACCESS, "e2", TIME, 2, OTHER_PRINT));
    }

    @Test
    void shouldNotMindATagOfALegalHoldNorWhenItWasIndexed() {
        ObjectNode document = system.get(Documents.ACCESSES, "e2");
        document.putArray("tags").add("legal-hold");
        document.withObjectProperty("event").put("ingested", "2026-02-01T00:00:00.000Z");

        assertThat(system.verify().isWhole()).isTrue();
    }

    @Test
    void shouldNameADocumentThatWasPutBackToAnOlderRevision() {
        system.put(Documents.ACCESSES, "e1", access("e1", 1));

        assertFinding(
                system.verify(),
                new Finding(
                        Wrong.CHANGED,
                        LeafKind.ACCESS,
                        "e1",
                        TIME,
                        3,
                        "it stands at revision 1, but revision 2 was sealed"));
    }

    @Test
    void shouldNameADocumentWhoseRevisionNobodySealed() {
        system.put(Documents.ACCESSES, "e2", access("e2", 7));

        assertFinding(system.verify(), new Finding(Wrong.CHANGED, LeafKind.ACCESS, "e2", TIME, 2, OTHER_PRINT));
    }

    @Test
    void shouldNameARemovedDocument() {
        system.remove(Documents.DISPOSITIONS, "d1");

        assertFinding(
                system.verify(),
                new Finding(Wrong.REMOVED, LeafKind.DISPOSITION, "d1", TIME, 3, "it was sealed, and is not there"));
    }

    @Test
    void shouldNameARemovedAlertAndARemovedRevision() {
        system.remove(Documents.ALERTS, "a1");
        system.remove(Documents.ALERT_REVISIONS, "a1@1");

        Verdict verdict = system.verify();

        assertThat(verdict.count(Wrong.REMOVED)).isEqualTo(2);
        assertThat(verdict.first()).extracting(Finding::id).containsExactly("a1@1", "a1@2");
    }

    @Test
    void shouldNameAnAlertThatSaysAnotherThanItsNewestRevision() {
        system.get(Documents.ALERTS, "a1").withObjectProperty("event").put("risk_score", 1);

        assertFinding(
                system.verify(),
                new Finding(Wrong.CHANGED, LeafKind.ALERT, "a1@2", TIME.plusSeconds(2), 3, OTHER_PRINT));
    }

    @Test
    void shouldNameAnAddedDocument() {
        system.put(Documents.ACCESSES, "e3", access("e3", 1));

        assertFinding(
                system.verify(),
                new Finding(
                        Wrong.ADDED,
                        LeafKind.ACCESS,
                        "e3",
                        TIME,
                        0,
                        "nothing sealed it, and nothing that waits to be sealed is it"));
    }

    @Test
    void shouldNameACopyUnderAnotherId() {
        system.put(Documents.ACCESSES, "e9", access("e2", 1));

        assertFinding(
                system.verify(),
                new Finding(Wrong.ADDED, LeafKind.ACCESS, "e9", TIME, 0, "it stands under an id that is not its own"));
    }

    @Test
    void shouldLetStandWhatWaitsToBeSealed() {
        system.put(Documents.ACCESSES, "e3", access("e3", 1));
        system.put(Documents.ACCESSES, "e2", access("e2", 2));
        system.waiting.put(SealedDocument.of(LeafKind.ACCESS, access("e3", 1)), NOW);
        system.waiting.put(SealedDocument.of(LeafKind.ACCESS, access("e2", 2)), NOW);

        Verdict verdict = system.verify();

        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.count(Count.WAITING)).isEqualTo(2);
    }

    @Test
    void shouldSayThatSealingIsOverdue() {
        system.waiting.put(SealedDocument.of(LeafKind.ACCESS, access("e2", 1)), TIME);

        Verdict verdict = system.verify();

        assertThat(verdict.count(Count.OVERDUE)).isEqualTo(1);
        assertThat(verdict.isWhole()).isFalse();
    }

    @Test
    void shouldNotMissWhatElasticsearchRefused() {
        system.remove(Documents.ACCESSES, "e2");
        system.refused.add(SealedDocument.of(LeafKind.ACCESS, access("e2", 1)));

        Verdict verdict = system.verify();

        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.count(Count.REFUSED)).isEqualTo(1);
    }

    @Test
    void shouldNotMissWhatRetentionDeleted() {
        system.remove(Documents.ACCESSES, "e2");

        Verdict verdict = system.verify(new Span(null, null, NOW, NOW), Optional.empty());

        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.count(Count.EXPIRED)).isEqualTo(1);
    }

    @Test
    void shouldNameAPageThatNoLinkHas() {
        system.pages.put(9_999L, system.pages.get(1L));

        Verdict verdict = system.verify();

        assertThat(verdict.chain()).containsExactly("the page 9999 was added: no link has that number");
    }

    /** Rules are kept for ever, and so are pages. */
    @Test
    void shouldMissARuleAndAPageHoweverOldTheyAre() {
        system.add(Documents.RULES, FakeSystem.rule("r1@1")).seal();
        system.remove(Documents.RULES, "r1@1");
        system.pages.remove(1L);

        Verdict verdict = system.verify(new Span(null, null, NOW, NOW), Optional.empty());

        assertThat(verdict.count(Wrong.REMOVED)).isEqualTo(1);
        assertThat(verdict.chain()).containsExactly("the page of link 1 was removed");
    }

    @Test
    void shouldLookAtDocumentsOfTheSpanOnly() {
        system.remove(Documents.ACCESSES, "e2");

        Verdict without = system.verify(new Span(TIME.plusSeconds(1), null, Instant.EPOCH, NOW), Optional.empty());
        Verdict with = system.verify(new Span(TIME, TIME.plusSeconds(1), Instant.EPOCH, NOW), Optional.empty());

        assertThat(without.isWhole()).isTrue();
        assertThat(with.count(Wrong.REMOVED)).isEqualTo(1);
    }

    @Test
    void shouldNameAChangedLink() {
        change(2, builder -> builder.setLeaves(5));

        assertThat(system.verify().chain())
                .containsExactly(
                        "link 2 was changed: its hash is not that of what it says",
                        "the page of link 2 was changed: its leaves are not those that the link seals");
    }

    @Test
    void shouldNameAChangedLinkWithANewHash() {
        ChainLink changed = change(2, builder -> builder.setSealedAt(TIME));
        system.links.set(
                1,
                ChainLink.newBuilder(changed).setHash(ChainHashes.link(changed)).build());

        assertThat(system.verify().chain())
                .containsExactly("link 3 does not go on from link 2: one of the two was changed");
    }

    @Test
    void shouldNameARemovedLink() {
        system.links.remove(1);

        Verdict verdict = system.verify();

        assertThat(verdict.chain()).containsExactly("link 2 was removed: behind link 1 comes link 3");
        assertThat(verdict.count(Wrong.ADDED)).isEqualTo(1); // what only that link sealed
    }

    @Test
    void shouldNameAChainThatWasCutOffAtItsEnd() {
        ChainHead known = system.head();
        system.links.remove(2);

        assertThat(verifyKnowing(known).chain())
                .containsExactly(
                        "the chain was cut off: it ends with link 2, but link 3 is known from outside",
                        "the page 3 was added: no link has that number");
    }

    @Test
    void shouldNameAChainThatWasRewrittenFromBeginToEnd() {
        ChainHead known = system.head();
        FakeSystem rewritten = new FakeSystem();
        for (int i = 0; i < 3; i++) {
            rewritten.add(Documents.ACCESSES, access("f" + i, 1)).seal();
        }

        assertThat(rewritten.verify().isWhole()).isTrue();
        assertThat(rewritten
                        .verify(new Span(null, null, Instant.EPOCH, TIME), Optional.of(known))
                        .chain())
                .containsExactly("the chain was rewritten: link 3 has another hash than is known from outside");
    }

    @Test
    void shouldNameAChangedPageAndStillFindTheChangedDocument() {
        system.get(Documents.ACCESSES, "e2").putObject("user").put("id", "u9");
        SealedDocument forged = SealedDocument.of(LeafKind.ACCESS, system.get(Documents.ACCESSES, "e2"));
        ((ObjectNode) system.pages.get(2L).at("/chartwarden/leaves/0")).put("sha256", forged.sha256());

        Verdict verdict = system.verify();

        assertThat(verdict.chain())
                .containsExactly("the page of link 2 was changed: its leaves are not those that the link seals");
    }

    @Test
    void shouldNameARemovedPageAndSayWhatNothingVouchesForAnyMore() {
        system.pages.remove(2L);

        Verdict verdict = system.verify();

        assertThat(verdict.chain()).containsExactly("the page of link 2 was removed");
        assertThat(verdict.count(Count.UNKNOWN)).isEqualTo(1);
        assertThat(verdict.count(Wrong.ADDED)).isZero();
    }

    @Test
    void shouldNotTakeForChangedWhatAMissingPageSealedAsALaterRevision() {
        system.pages.remove(3L);

        Verdict verdict = system.verify();

        assertThat(verdict.chain()).containsExactly("the page of link 3 was removed");
        assertThat(verdict.first()).isEmpty();
        assertThat(verdict.count(Count.UNKNOWN)).isEqualTo(4); // e1, a1, its second revision, d1
    }

    @Test
    void shouldNameTheEarliestAndCountTheRest() {
        for (int i = 0; i < 25; i++) {
            ObjectNode access = access("x" + i, 1);
            access.put("@timestamp", TIME.minusSeconds(i).toString());
            system.put(Documents.ACCESSES, "x" + i, access);
        }

        Verdict verdict = system.verify();

        assertThat(verdict.count(Wrong.ADDED)).isEqualTo(25);
        assertThat(verdict.first()).hasSize(10).first().extracting(Finding::id).isEqualTo("x24");
    }

    private Verdict verifyKnowing(ChainHead known) {
        return system.verify(new Span(null, null, Instant.EPOCH, TIME), Optional.of(known));
    }

    private interface Change {
        ChainLink.Builder on(ChainLink.Builder link);
    }

    private ChainLink change(int sequence, Change change) {
        ChainLink changed =
                change.on(ChainLink.newBuilder(system.links.get(sequence - 1))).build();
        system.links.set(sequence - 1, changed);
        return changed;
    }

    private static void assertFinding(Verdict verdict, Finding finding) {
        assertThat(verdict.first()).containsExactly(finding);
        assertThat(verdict.chain()).isEmpty();
        assertThat(verdict.isWhole()).isFalse();
    }
}
