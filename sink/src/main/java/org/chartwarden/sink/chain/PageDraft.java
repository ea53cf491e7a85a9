package org.chartwarden.sink.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.model.ChainLeaf;
import org.chartwarden.model.LeafKind;

/**
 * A page that is being gathered. Accesses wait for company, up to the interval; what officers see and do is sealed within
 * seconds, and takes the accesses before it along. A full page waits for nothing, so memory is bounded at any rate.
 */
final class PageDraft {

    /**
     * From here on a page is full. What is polled at once comes on top (1000 leaves of at most 650 bytes), which is still
     * well below the largest record of the topic, 2 MiB.
     */
    static final int FULL_BYTES = 768 << 10;

    /** How long a decision, an alert or a rule waits for others: one link for a burst of them. */
    static final Duration PROMPT = Duration.ofSeconds(5);

    /** Of a leaf, besides its id: digest, times, lengths. */
    private static final int LEAF_BYTES = 90;

    private final Duration interval;
    private final List<ChainLeaf> leaves = new ArrayList<>();
    private long bytes;
    private Instant due = Instant.MAX;

    /** @param interval how long an access may wait */
    PageDraft(Duration interval) {
        this.interval = interval;
    }

    /** @param arrived when its record was written to Kafka, so that a restart does not prolong the wait */
    void add(SealedDocument document, Instant arrived) {
        leaves.add(document.toLeaf());
        bytes += LEAF_BYTES + document.id().length();
        Instant latest = arrived.plus(document.kind() == LeafKind.ACCESS ? interval : shorter(PROMPT, interval));
        if (latest.isBefore(due)) {
            due = latest;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether it is to be sealed now. */
    boolean isDue(Instant now) {
        return bytes >= FULL_BYTES || !now.isBefore(due);
    }

    /** In the order in which they came. */
    List<ChainLeaf> leaves() {
        return leaves;
    }
}
