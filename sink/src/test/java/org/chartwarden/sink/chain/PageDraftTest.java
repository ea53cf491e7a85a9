package org.chartwarden.sink.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.chartwarden.model.ChainPage;
import org.chartwarden.model.LeafKind;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageDraftTest {

    static {
        TrustedClasses.ensure();
    }

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Instant ARRIVED = Instant.parse("2026-01-31T10:00:00Z");
    private static final int POLLED_AT_ONCE = 1_000;

    private final PageDraft draft = new PageDraft(INTERVAL);

    @Test
    void shouldLetAccessesWaitForTheInterval() {
        draft.add(document(LeafKind.ACCESS, "e1"), ARRIVED);
        draft.add(document(LeafKind.ACCESS, "e2"), ARRIVED.plusSeconds(60));

        assertThat(draft.isDue(ARRIVED.plus(INTERVAL).minusMillis(1))).isFalse();
        assertThat(draft.isDue(ARRIVED.plus(INTERVAL))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = LeafKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCESS")
    void shouldLetNothingElseWaitForMoreThanSeconds(LeafKind kind) {
        draft.add(document(LeafKind.ACCESS, "e1"), ARRIVED);
        draft.add(document(kind, "other"), ARRIVED.plusSeconds(60));

        assertThat(draft.isDue(ARRIVED.plusSeconds(64))).isFalse();
        assertThat(draft.isDue(ARRIVED.plusSeconds(65))).isTrue();
    }

    @Test
    void shouldNotPromiseMoreThanAShortIntervalAllows() {
        PageDraft hurried = new PageDraft(Duration.ofSeconds(1));
        hurried.add(document(LeafKind.ALERT, "a1@1"), ARRIVED);

        assertThat(hurried.isDue(ARRIVED.plusSeconds(1))).isTrue();
    }

    @Test
    void shouldBeFullLongBeforeTheTopicRefusesThePage() {
        String id = "0123456789abcdef0123456789abcdef0123";
        while (!draft.isDue(ARRIVED)) {
            draft.add(document(LeafKind.ACCESS, id), ARRIVED);
        }
        String longest = "x".repeat(512);
        for (int i = 0; i < POLLED_AT_ONCE; i++) {
            draft.add(document(LeafKind.ACCESS, longest), ARRIVED);
        }

        int bytes = size(ChainHead.NONE.nextPage(draft.leaves()));

        assertThat(draft.leaves()).hasSizeGreaterThan(POLLED_AT_ONCE + 5_000);
        assertThat(bytes).isLessThan(Topics.CHAIN_PAGES.maxMessageBytes() - 100_000);
    }

    private static int size(ChainPage page) {
        try {
            return ChainPage.getEncoder().encode(page).remaining();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SealedDocument document(LeafKind kind, String id) {
        return new SealedDocument(kind, id, 1, ARRIVED, "ab".repeat(32));
    }
}
