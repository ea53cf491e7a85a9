package org.chartwarden.streams.explain;

import java.time.Duration;
import java.time.Instant;
import org.chartwarden.model.CareEvent;
import org.chartwarden.streams.text.Words;

/**
 * When care explains accesses: from some time before its start, for preparation, to some time after its end, for
 * results, letters and bills.
 */
record CareWindow(Duration before, Duration after) {

    boolean covers(CareEvent care, Instant time) {
        boolean begun =
                care.getStart() == null || !time.isBefore(care.getStart().minus(before));
        Instant end = end(care);
        return begun && (end == null || !time.isAfter(end.plus(after)));
    }

    /** Null while it lasts. What is planned or over, but has no end on record, ends as it starts. */
    private static Instant end(CareEvent care) {
        if (care.getEnd() != null) {
            return care.getEnd();
        }
        return switch (care.getStatus()) {
            case ACTIVE -> null;
            case PLANNED, FINISHED, CANCELLED -> care.getStart();
        };
    }

    /** Such as "not within 3 days before or 14 days after it". */
    String missed() {
        return "not within " + Words.of(before) + " before or " + Words.of(after) + " after it";
    }
}
