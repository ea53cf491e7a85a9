package org.chartwarden.reports.alerts;

import org.chartwarden.reports.Distribution;

/** How fast alerts of one severity were reviewed. */
final class SeverityTally {

    private final Distribution seconds = new Distribution();
    private long raised;
    private long decided;
    private long inTime;
    private long open;
    private long overdue;

    void add(Review review) {
        raised++;
        decided += review.isDecided() ? 1 : 0;
        inTime += review.isInTime() ? 1 : 0;
        open += review.isOpen() ? 1 : 0;
        overdue += review.isOverdue() ? 1 : 0;
        review.timeToDecision().ifPresent(time -> seconds.add(time.toSeconds()));
    }

    /** From opening to decision. */
    Distribution seconds() {
        return seconds;
    }

    long raised() {
        return raised;
    }

    long decided() {
        return decided;
    }

    /** Decided before their deadline; those that were decided before they opened have none. */
    long inTime() {
        return inTime;
    }

    long open() {
        return open;
    }

    long overdue() {
        return overdue;
    }
}
