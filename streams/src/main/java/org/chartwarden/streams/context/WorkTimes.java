package org.chartwarden.streams.context;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.chartwarden.model.Duty;
import org.chartwarden.model.WeeklyShift;

/**
 * When somebody works. A roster of dated duties is made for some weeks: in the midst of it, it is the whole truth, and
 * what is usual in a week counts only where there is none.
 *
 * @param weekly times that recur every week, by the clock on the wall; empty when not known
 * @param dated duties of a roster; empty when not known
 */
public record WorkTimes(List<WeeklyShift> weekly, List<Duty> dated) {

    /** Handing over, and logging off late, are no work outside the shift. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    /** Who has a duty that begins so shortly before, and one so shortly after, is in the midst of a roster: free days, not its end. */
    private static final Duration FREE_DAYS = Duration.ofDays(4);

    private static final long MINUTE = 60;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long WEEK = 7 * DAY;

    public WorkTimes {
        weekly = List.copyOf(weekly);
        dated = List.copyOf(dated);
    }

    /** It is known when the person works, and the time lies an hour or more outside. */
    boolean isOutside(Instant time, ZoneId zone) {
        if (dated.stream().anyMatch(duty -> isNear(duty, time))) {
            return false;
        }
        if (isRostered(time)) {
            return true;
        }
        return !weekly.isEmpty() && weekly.stream().noneMatch(shift -> isNear(shift, secondOfWeek(time, zone)));
    }

    private boolean isRostered(Instant time) {
        return dated.stream()
                        .map(Duty::getStart)
                        .anyMatch(start -> !start.isAfter(time) && !start.isBefore(time.minus(FREE_DAYS)))
                && dated.stream()
                        .map(Duty::getStart)
                        .anyMatch(start -> !start.isBefore(time) && !start.isAfter(time.plus(FREE_DAYS)));
    }

    private static boolean isNear(Duty duty, Instant time) {
        return duty.getStart().minus(TOLERANCE).isBefore(time)
                && time.isBefore(duty.getEnd().plus(TOLERANCE));
    }

    private static long secondOfWeek(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * DAY + local.toLocalTime().toSecondOfDay();
    }

    /** A week is a circle: Sunday's night shift ends on Monday, and an hour before Monday's is Sunday. */
    private static boolean isNear(WeeklyShift shift, long second) {
        long midnight = (shift.getDay() - 1) * DAY;
        long start = midnight + shift.getStartMinute() * MINUTE - TOLERANCE.toSeconds();
        long end = midnight + shift.getEndMinute() * MINUTE + TOLERANCE.toSeconds();
        return LongStream.of(second - WEEK, second, second + WEEK).anyMatch(each -> start < each && each < end);
    }
}
