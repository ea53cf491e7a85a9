package org.chartwarden.streams.explain;

import java.time.Duration;
import java.time.Instant;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;
import org.chartwarden.streams.text.Words;

/**
 * When care explains accesses: from some time before its start, for preparation, to some time after its end, for
 * results, letters and bills. Both ends are included.
 */
record CareWindow(Duration before, Duration after) {

    /** While the care lasts, and at no other time. */
    static final CareWindow DURING = new CareWindow(Duration.ZERO, Duration.ZERO);

    boolean covers(CareEvent care, Instant time) {
        Instant end = end(care);
        return isDated(care) && isBegun(care, time) && (end == null || !time.isAfter(end.plus(after)));
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

    /** What is over, or only planned, and has no time on record was at no time that anybody knows. */
    static boolean isDated(CareEvent care) {
        return care.getStart() != null
                || care.getEnd() != null
                || (care.getStatus() == CareStatus.ACTIVE && lasts(care));
    }

    /** Null while it lasts. What has no end on record, but does not last, ends as it starts. */
    static Instant end(CareEvent care) {
        if (care.getEnd() != null) {
            return care.getEnd();
        }
        return care.getStatus() == CareStatus.ACTIVE && lasts(care) ? null : care.getStart();
    }

    /** Few systems ever close an order: one of last year that is still active tells of no care today. */
    private static boolean lasts(CareEvent care) {
        return switch (care.getKind()) {
            case ENCOUNTER, APPOINTMENT, CARE_TEAM, RESEARCH, RELATED_PERSON, OTHER -> true;
            case ORDER, LABORATORY, IMAGING, REFERRAL, MEDICATION -> false;
        };
    }

    /** Such as "not within 3 days before or 14 days after it". */
    String missed() {
        return "not within " + Words.of(before) + " before or " + Words.of(after) + " after it";
    }
}
