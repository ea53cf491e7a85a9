package org.chartwarden.streams.explain;

import java.time.Duration;
import java.time.Instant;
import org.chartwarden.model.CareEvent;
import org.chartwarden.streams.context.CareTimes;
import org.chartwarden.streams.text.Words;

/**
 * When care explains accesses: from some time before its start, for preparation, to some time after its end, for
 * results, letters and bills. Both ends are included.
 */
record CareWindow(Duration before, Duration after) {

    boolean covers(CareEvent care, Instant time) {
        Instant end = CareTimes.end(care);
        return CareTimes.isDated(care) && isBegun(care, time) && (end == null || !time.isAfter(end.plus(after)));
    }

    /** The care begins at most so long after the time, or has begun at most so long before. */
    boolean coversStart(CareEvent care, Instant time) {
        return care.getStart() != null
                && isBegun(care, time)
                && !time.isAfter(care.getStart().plus(after));
    }

    private boolean isBegun(CareEvent care, Instant time) {
        return care.getStart() == null || !time.isBefore(care.getStart().minus(before));
    }

    /** Such as "not within 3 days before or 14 days after it". */
    String missed() {
        return "not within " + Words.of(before) + " before or " + Words.of(after) + " after it";
    }
}
