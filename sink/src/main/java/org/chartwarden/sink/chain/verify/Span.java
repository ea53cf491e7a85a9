package org.chartwarden.sink.chain.verify;

import java.time.Duration;
import java.time.Instant;
import org.chartwarden.sink.chain.SealedDocument;
import org.chartwarden.sink.search.AuditSearch.Filter;

/**
 * Which documents are held against the chain, by their @timestamp.
 *
 * @param since from this time on; null for all
 * @param until before this time; null for all
 * @param kept from when on documents must still be there: what is older, retention may have deleted
 * @param due what came to Kafka before should have been sealed by now
 */
public record Span(Instant since, Instant until, Instant kept, Instant due) {

    /** What is near the edges is read as well: a copy of the same act may have moved an access by seconds. */
    private static final Duration MARGIN = Duration.ofDays(1);

    /** Whether the time is in it. */
    boolean holds(Instant time) {
        return (since == null || !time.isBefore(since)) && (until == null || time.isBefore(until));
    }

    boolean isEverything() {
        return since == null && until == null;
    }

    /** Whether something from first to last is near it. */
    boolean touches(Instant first, Instant last) {
        return (since == null || !last.isBefore(since.minus(MARGIN)))
                && (until == null || first.isBefore(until.plus(MARGIN)));
    }

    Filter read() {
        return new Filter(
                since == null ? null : since.minus(MARGIN), until == null ? null : until.plus(MARGIN), null, null);
    }

    /** Whether retention may have deleted a document. A legal hold on one that is gone cannot be told any more. */
    boolean mayBeGone(SealedDocument document) {
        return switch (document.kind()) {
            case ACCESS, ALERT, DISPOSITION -> document.time().isBefore(kept);
            case INSTRUCTION, RULE -> false; // kept for ever: see Retention
        };
    }
}
