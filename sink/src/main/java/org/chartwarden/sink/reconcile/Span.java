package org.chartwarden.sink.reconcile;

import java.time.Instant;

/**
 * Which documents are compared, by their @timestamp: of accesses, the time of the act.
 *
 * @param since the first time; null for no limit
 * @param until the first time that is not compared any more; null for no limit
 */
public record Span(Instant since, Instant until) {

    /** @throws IllegalArgumentException when nothing lies in it */
    public Span {
        if (since != null && until != null && !since.isBefore(until)) {
            throw new IllegalArgumentException("Nothing lies between " + since + " and " + until + ".");
        }
    }

    boolean contains(Instant time) {
        return (since == null || !time.isBefore(since)) && (until == null || time.isBefore(until));
    }
}
