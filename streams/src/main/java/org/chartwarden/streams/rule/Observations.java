package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.chartwarden.streams.state.Observation;

/** Lists of observations in order of time and id. */
final class Observations {

    static final Comparator<Observation> BY_TIME = Comparator.comparing(Observation::getTime)
            .thenComparing(Observation::getEventId)
            .thenComparing(Observation::getStep);

    private static final int FEWEST_BOUND = 250;

    private Observations() {}

    /** What is remembered of an access. */
    static Observation of(Facts facts, String value, String per, int step, double weight) {
        String userId = facts.text(UserVariables.ID.word());
        return new Observation(
                facts.eventId(),
                facts.time(),
                value,
                per,
                step,
                weight,
                userId.isEmpty() ? null : userId,
                facts.mitigations());
    }

    /** The same of an access that cannot make a rule fire, and so never becomes an alert's evidence. */
    static Observation silent(Facts facts, String value, String per, int step, double weight) {
        return new Observation(facts.eventId(), facts.time(), value, per, step, weight, null, List.of());
    }

    /**
     * Adds, and forgets what is too old or too much.
     *
     * @param kept how far behind the newest one an observation is still remembered
     * @param most how many are remembered
     */
    static List<Observation> with(List<Observation> sorted, List<Observation> added, Duration kept, int most) {
        List<Observation> all = new ArrayList<>(sorted);
        all.addAll(added);
        all.sort(BY_TIME);
        Instant oldest = all.get(all.size() - 1).getTime().minus(kept);
        all.removeIf(each -> each.getTime().isBefore(oldest));
        while (all.size() > most) {
            all.remove(leastTelling(all));
        }
        return all;
    }

    /** So many that the windows of accesses which arrive in order are complete, and those of late ones mostly. */
    static int enoughFor(int moreThan) {
        return Math.min(Detection.MOST_OBSERVATIONS, Math.max(FEWEST_BOUND, 4 * moreThan));
    }

    /** The oldest one whose like comes again later: without it no newer window has fewer values. Else the oldest. */
    private static int leastTelling(List<Observation> sorted) {
        Set<List<Object>> later = new HashSet<>();
        int found = 0;
        for (int index = sorted.size() - 1; index >= 0; index--) {
            Observation each = sorted.get(index);
            if (!later.add(List.of(each.getPer(), each.getValue(), each.getStep()))) {
                found = index;
            }
        }
        return found;
    }

    /** Where those from one time to another stand, both included. */
    static IntStream indexes(List<Observation> sorted, Instant from, Instant until) {
        return IntStream.range(0, sorted.size())
                .filter(index -> !sorted.get(index).getTime().isBefore(from)
                        && !sorted.get(index).getTime().isAfter(until));
    }

    /** Those like the last one, from at most {@code reach} before it up to it. */
    static List<Observation> window(List<Observation> sorted, int last, Duration reach) {
        Observation newest = sorted.get(last);
        Instant oldest = newest.getTime().minus(reach);
        int first = last;
        while (first > 0 && !sorted.get(first - 1).getTime().isBefore(oldest)) {
            first--;
        }
        return sorted.subList(first, last + 1).stream()
                .filter(each -> each.getPer().equals(newest.getPer()))
                .toList();
    }

    /** Where each access makes a rule fire for itself. */
    static List<List<Observation>> eachAlone(List<Observation> sorted) {
        return sorted.stream().map(List::of).toList();
    }
}
