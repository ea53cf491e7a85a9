package org.chartwarden.streams.context;

import java.time.Instant;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;

/** From when to when care was, as far as its record tells. */
public final class CareTimes {

    private CareTimes() {}

    /** What is over, or only planned, and has no time on record was at no time that anybody knows. */
    public static boolean isDated(CareEvent care) {
        return care.getStart() != null || care.getEnd() != null || lasts(care);
    }

    /** Null while it lasts, or when it is not {@linkplain #isDated dated}. What has no end, but does not last, ends as it starts. */
    public static Instant end(CareEvent care) {
        return care.getEnd() != null || lasts(care) ? care.getEnd() : care.getStart();
    }

    /** Few systems ever close an order: one of last year that is still active tells of no care today. */
    private static boolean lasts(CareEvent care) {
        boolean goesOn = switch (care.getKind()) {
            case ENCOUNTER, APPOINTMENT, CARE_TEAM, RESEARCH, RELATED_PERSON, OTHER -> true;
            case ORDER, LABORATORY, IMAGING, REFERRAL, MEDICATION -> false;
        };
        return goesOn && care.getEnd() == null && care.getStatus() == CareStatus.ACTIVE;
    }
}
