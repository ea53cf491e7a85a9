package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwarden.streams.state.Observation;

/** Looks for steps that follow each other. */
record SequenceWatch(Detection.Sequence sequence) implements Watch {

    private static final int MOST_ALONE = 250;

    /** An access may be several steps; each is remembered for itself. */
    @Override
    public List<Observation> observe(Facts facts) {
        List<Observation> seen = new ArrayList<>();
        for (int step = 0; step < sequence.steps().size(); step++) {
            if (sequence.steps().get(step).of(facts)) {
                String per =
                        sequence.per().map(expression -> expression.of(facts)).orElse("");
                seen.add(Observations.of(facts, "", per, step, 1));
            }
        }
        return seen;
    }

    @Override
    public Duration reach() {
        return sequence.within();
    }

    /**
     * Most accesses that meet the last step come without the others. Of those only the newest are remembered, in case that
     * what led to them arrives late.
     */
    @Override
    public List<Observation> compressed(List<Observation> sorted) {
        List<Observation> alone = new ArrayList<>();
        Map<String, Instant> led = new HashMap<>();
        for (Observation each : sorted) {
            if (each.getStep() < sequence.steps().size() - 1) {
                led.put(each.getPer(), each.getTime());
            } else if (led.getOrDefault(each.getPer(), Instant.MIN)
                    .isBefore(each.getTime().minus(sequence.within()))) {
                alone.add(each);
            }
        }
        Set<Observation> forgotten = Collections.newSetFromMap(new IdentityHashMap<>());
        forgotten.addAll(alone.subList(0, Math.max(0, alone.size() - MOST_ALONE)));
        return forgotten.isEmpty()
                ? sorted
                : sorted.stream().filter(each -> !forgotten.contains(each)).toList();
    }

    /** All accesses that stand in any chain which the last one completes. */
    @Override
    public List<Observation> endingAt(Remembered remembered, int last) {
        Observation end = remembered.sorted().get(last);
        int steps = sequence.steps().size();
        if (end.getStep() != steps - 1) {
            return List.of();
        }
        List<Observation> window = Observations.window(remembered.sorted(), last, sequence.within());
        Instant[] earliest = earliest(window, steps);
        if (earliest[steps - 2].equals(Instant.MAX) || !earliest[steps - 2].isBefore(end.getTime())) {
            return List.of();
        }
        Instant[] latest = latest(window, end, steps);
        return window.stream()
                .filter(each -> each == end
                        || each.getStep() < steps - 1
                                && (each.getStep() == 0 || earliest[each.getStep() - 1].isBefore(each.getTime()))
                                && each.getTime().isBefore(latest[each.getStep() + 1]))
                .toList();
    }

    /** When each step can be reached at the earliest; {@link Instant#MAX} for never. */
    private static Instant[] earliest(List<Observation> window, int steps) {
        Instant[] earliest = new Instant[steps];
        Arrays.fill(earliest, Instant.MAX);
        for (int step = 0; step < steps; step++) {
            for (Observation each : window) {
                boolean follows = step == 0 || earliest[step - 1].isBefore(each.getTime());
                if (each.getStep() == step && follows && each.getTime().isBefore(earliest[step])) {
                    earliest[step] = each.getTime();
                }
            }
        }
        return earliest;
    }

    /** When each step can be left at the latest to still reach the end; {@link Instant#MIN} for never. */
    private static Instant[] latest(List<Observation> window, Observation end, int steps) {
        Instant[] latest = new Instant[steps];
        Arrays.fill(latest, Instant.MIN);
        latest[steps - 1] = end.getTime();
        for (int step = steps - 2; step >= 0; step--) {
            for (Observation each : window) {
                boolean leads = each.getTime().isBefore(latest[step + 1]);
                if (each.getStep() == step && leads && each.getTime().isAfter(latest[step])) {
                    latest[step] = each.getTime();
                }
            }
        }
        return latest;
    }
}
