package org.chartwarden.reports.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The accesses of a timeline, counted by kind and five minutes: however many there are, they take little memory. */
public final class AccessMarks {

    /** Finer than the timeline shows, and a divisor of every zone's distance from UTC. */
    private static final long STEP_SECONDS = Duration.ofMinutes(5).toSeconds();

    private final Map<AccessMark, Long> counts = new HashMap<>();

    static AccessMarks of(Collection<AccessMark> accesses) {
        AccessMarks marks = new AccessMarks();
        accesses.forEach(marks::add);
        return marks;
    }

    public void add(AccessMark access) {
        long second = access.time().getEpochSecond();
        Instant begin = Instant.ofEpochSecond(second - Math.floorMod(second, STEP_SECONDS));
        counts.merge(new AccessMark(begin, access.kind()), 1L, Long::sum);
    }

    /** Which there are, and how many of each. */
    Map<AccessMark, Long> counts() {
        return counts;
    }
}
