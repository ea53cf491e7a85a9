package org.chartwarden.reports.packet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** From one time to another, both of them in it. */
record TimeSpan(Instant from, Instant until) {

    /** Elasticsearch takes no more than about a thousand conditions. */
    private static final int MOST = 200;

    private static final Duration SMALLEST_GAP = Duration.ofHours(1);

    /** A few spans that hold all these times, in order: times that are near to each other share one. */
    static List<TimeSpan> around(Collection<Instant> times) {
        List<Instant> sorted = times.stream().sorted().toList();
        Duration gap = SMALLEST_GAP;
        List<TimeSpan> spans = around(sorted, gap);
        while (spans.size() > MOST) {
            gap = gap.multipliedBy(2);
            spans = around(sorted, gap);
        }
        return spans;
    }

    private static List<TimeSpan> around(List<Instant> sorted, Duration gap) {
        List<TimeSpan> spans = new ArrayList<>();
        for (Instant time : sorted) {
            int last = spans.size() - 1;
            if (last >= 0 && !time.isAfter(spans.get(last).until().plus(gap))) {
                spans.set(last, new TimeSpan(spans.get(last).from(), time));
            } else {
                spans.add(new TimeSpan(time, time));
            }
        }
        return spans;
    }
}
