package org.chartwarden.streams.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.chartwarden.streams.rule.Hit;
import org.chartwarden.streams.rule.Rule;
import org.chartwarden.streams.rule.SampleRules;
import org.chartwarden.streams.state.Evidence;
import org.chartwarden.streams.state.Observation;
import org.junit.jupiter.api.Test;

class EvidenceListTest {

    private static final Instant TIME = Instant.parse("2026-03-02T10:00:00Z");
    private static final Rule RULE = SampleRules.pack(SampleRules.MANY).rules().get(0);

    @Test
    void shouldCountBeyondTheAccessesThatAreKept() {
        EvidenceList evidence = EvidenceList.empty();

        for (int n = 1; n <= EvidenceList.MOST + 2; n++) {
            // Each hit tells of the accesses before it, too.
            evidence = evidence.with(hit("Because.", Math.max(1, n - 2), n), "a" + n);
        }

        assertThat(evidence.all()).hasSize(EvidenceList.MOST);
        assertThat(evidence.count()).isEqualTo(EvidenceList.MOST + 2);
        assertThat(evidence.holding().get(0).getEventId()).isEqualTo("a1");
        assertThat(evidence.holding().get(EvidenceList.MOST - 1).getEventId()).isEqualTo("a1000");
    }

    @Test
    void shouldKeepTheFirstWhenAnEarlierOneArrivesLast() {
        EvidenceList full = EvidenceList.empty().with(hit("Because.", 2, EvidenceList.MOST + 1), "a2");

        EvidenceList evidence = full.with(hit("Because.", 1, 1), "a1");

        assertThat(evidence.holding().get(0).getEventId()).isEqualTo("a1");
        assertThat(evidence.all()).hasSize(EvidenceList.MOST);
        assertThat(evidence.count()).isEqualTo(EvidenceList.MOST + 1);
    }

    @Test
    void shouldTellTheReasonWhereTheRuleFired() {
        EvidenceList evidence = EvidenceList.empty()
                .with(hit("First.", 1, 3), "a3")
                .with(hit("Second.", 2, 4), "a4")
                .with(hit("First, better.", 1, 3), "a2");

        assertThat(evidence.all())
                .extracting(Evidence::getReason)
                .containsExactly(null, null, "First, better.", "Second.");
    }

    @Test
    void shouldLetGoAndTakeUpAgain() {
        EvidenceList evidence = EvidenceList.empty().with(hit("Fired.", 1, 2), "a2");

        EvidenceList less = evidence.without("a1", List.of("An order is on record"));
        EvidenceList none = less.only(List.of());
        EvidenceList again = none.with(hit("Fired.", 1, 1), "a1");

        assertThat(evidence.without("a9", List.of())).isEqualTo(evidence);
        assertThat(less.holds("a1")).isFalse();
        assertThat(less.all().get(0).getBecause()).containsExactly("An order is on record");
        assertThat(less.count()).isEqualTo(1);
        assertThat(none.count()).isZero();
        assertThat(again.all()).extracting(Evidence::getHolds).containsExactly(true, false);
        assertThat(again.all().get(0).getBecause()).isEmpty();
    }

    @Test
    void shouldTellTheReasonOnlyWhereTheRuleStillFires() {
        EvidenceList evidence = EvidenceList.empty()
                .with(hit("First.", 1, 3), "a3")
                .with(hit("Second.", 2, 4), "a4")
                .with(hit("Third.", 3, 5), "a5");

        EvidenceList left = evidence.only(List.of(hit("", 2, 4).evidence()));

        assertThat(left.all()).extracting(Evidence::getHolds).containsExactly(false, true, true, true, false);
        assertThat(left.firing()).extracting(Observation::getEventId).containsExactly("a4");
        assertThat(left.firesOn("a3")).isFalse();
        assertThat(left.firesOn("a5")).isFalse();
    }

    /** A hit that tells of the accesses a[first] to a[last], a second apart. */
    private static Hit hit(String reason, int first, int last) {
        List<Observation> observations = IntStream.rangeClosed(first, last)
                .mapToObj(n -> Observation.newBuilder()
                        .setEventId("a" + n)
                        .setTime(TIME.plusSeconds(n))
                        .build())
                .toList();
        return new Hit(RULE, TIME.plusSeconds(last), reason, observations);
    }
}
