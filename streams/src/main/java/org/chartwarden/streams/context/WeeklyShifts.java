package org.chartwarden.streams.context;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.chartwarden.model.WeeklyShift;

/** Times of work that recur every week, by the clock on the wall. */
final class WeeklyShifts {

    /** Handing over, and logging off late, are no work outside the shift. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    private static final long MINUTE = 60;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long WEEK = 7 * DAY;

    private WeeklyShifts() {}

    /** The shifts are known, and the time lies an hour or more outside each. */
    static boolean isOutside(List<WeeklyShift> shifts, Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        long second = (local.getDayOfWeek().getValue() - 1) * DAY
                + local.toLocalTime().toSecondOfDay();
        return !shifts.isEmpty() && shifts.stream().noneMatch(shift -> isNear(shift, second));
    }

    /** A week is a circle: Sunday's night shift ends on Monday, and an hour before Monday's is Sunday. */
    private static boolean isNear(WeeklyShift shift, long second) {
        long midnight = (shift.getDay() - 1) * DAY;
        long start = midnight + shift.getStartMinute() * MINUTE - TOLERANCE.toSeconds();
        long end = midnight + shift.getEndMinute() * MINUTE + TOLERANCE.toSeconds();
        return LongStream.of(second - WEEK, second, second + WEEK).anyMatch(each -> start < each && each < end);
    }
}
