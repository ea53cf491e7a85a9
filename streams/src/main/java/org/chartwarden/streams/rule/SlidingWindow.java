package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.streams.state.Observation;

/** Counts distinct values in the windows that contain one access. */
final class SlidingWindow {

    private final List<Observation> sorted;
    private final Instant time;
    private final Duration within;

    /**
     * @param sorted what was observed, in order of event time, the judged access included
     * @param time of the judged access
     * @param within the greatest span between the first and the last access of a window
     */
    SlidingWindow(List<Observation> sorted, Instant time, Duration within) {
        this.sorted = sorted;
        this.time = time;
        this.within = within;
    }

    /**
     * The accesses of all windows around the judged one that have more distinct values than allowed; empty when there
     * is none. An access that arrives out of order lies in windows that end after it, too: with a window of an hour, one
     * at 9:20 that arrives last can complete the window from 9:00 to 9:54.
     */
    List<Observation> above(int moreThan) {
        Map<String, Integer> counts = new HashMap<>();
        int first = 0;
        int taken = 0;
        List<Observation> evidence = new ArrayList<>();
        for (int last = 0; last < sorted.size(); last++) {
            Observation newest = sorted.get(last);
            counts.merge(newest.getValue(), 1, Integer::sum);
            while (sorted.get(first).getTime().isBefore(newest.getTime().minus(within))) {
                counts.computeIfPresent(sorted.get(first).getValue(), (value, count) -> count == 1 ? null : count - 1);
                first++;
            }
            boolean around = !newest.getTime().isBefore(time)
                    && !sorted.get(first).getTime().isAfter(time);
            if (around && counts.size() > moreThan) {
                taken = Math.max(taken, first);
                evidence.addAll(sorted.subList(taken, last + 1));
                taken = last + 1;
            }
        }
        return evidence;
    }
}
