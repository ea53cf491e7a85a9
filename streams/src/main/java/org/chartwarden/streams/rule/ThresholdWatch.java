package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chartwarden.streams.state.Observation;

/** Counts in windows that end with an access. */
record ThresholdWatch(Detection.Threshold threshold) implements Watch {

    private static final int COUNTED = 0;
    private static final int EXCEPTING = 1;

    @Override
    public List<Observation> observe(Facts facts) {
        boolean excepting = threshold.except().map(except -> except.of(facts)).orElse(false);
        if (!excepting && !threshold.where().of(facts)) {
            return List.of();
        }
        String per = threshold.per().map(expression -> expression.of(facts)).orElse("");
        return valueOf(facts)
                .map(value -> List.of(
                        excepting
                                ? Observations.silent(facts, value, per, EXCEPTING, 1)
                                : Observations.of(facts, value, per, COUNTED, 1)))
                .orElse(List.of());
    }

    private Optional<String> valueOf(Facts facts) {
        if (threshold.measure() instanceof Measure.Distinct distinct) {
            return Optional.of(distinct.of().of(facts)).filter(value -> !value.isEmpty());
        }
        if (threshold.measure() instanceof Measure.Run run) {
            return Optional.of(run.of().of(facts)).filter(number -> number >= 0).map(Object::toString);
        }
        return Optional.of("");
    }

    @Override
    public Duration reach() {
        return threshold.within();
    }

    @Override
    public boolean takesBack() {
        return threshold.except().isPresent();
    }

    /** More, where what is counted apart, or what takes values out of the count, needs room beside it. */
    @Override
    public int most() {
        return threshold.per().isPresent() || takesBack()
                ? Detection.MOST_OBSERVATIONS
                : Observations.enoughFor(threshold.moreThan());
    }

    /** An excepting access may come after what it excepts, and changes windows that end before it. */
    @Override
    public Duration lookAhead() {
        return takesBack() ? threshold.within() : Duration.ZERO;
    }

    @Override
    public Remembered counting(Remembered remembered) {
        if (!takesBack()) {
            return remembered;
        }
        if (remembered.sorted().stream().noneMatch(each -> each.getStep() == COUNTED)) {
            return new Remembered(remembered.since(), List.of());
        }
        Times excepting = times(remembered.sorted(), EXCEPTING);
        return new Remembered(
                remembered.since(),
                remembered.sorted().stream()
                        .filter(each -> each.getStep() == COUNTED && !excepting.isNear(each))
                        .toList());
    }

    @Override
    public List<Observation> endingAt(Remembered remembered, int last) {
        List<Observation> firing = firing(Observations.window(remembered.sorted(), last, threshold.within()));
        // A window that fires without its last access fired before, where that access had not come yet.
        return firing.isEmpty()
                        || firing.get(firing.size() - 1) != remembered.sorted().get(last)
                ? List.of()
                : firing;
    }

    private Times times(List<Observation> sorted, int step) {
        Times times = new Times(new HashMap<>(), threshold.within());
        sorted.stream().filter(each -> each.getStep() == step).forEach(times::add);
        return times;
    }

    /** When there were accesses of a kind, by what they are about. */
    private record Times(Map<List<String>, TreeSet<Instant>> byValue, Duration within) {

        private static List<String> about(Observation observation) {
            return List.of(observation.getPer(), observation.getValue());
        }

        void add(Observation observation) {
            byValue.computeIfAbsent(about(observation), about -> new TreeSet<>())
                    .add(observation.getTime());
        }

        /** One about the same lies at most {@code within} before or after it. */
        boolean isNear(Observation observation) {
            TreeSet<Instant> times = byValue.get(about(observation));
            if (times == null) {
                return false;
            }
            Instant next = times.ceiling(observation.getTime().minus(within));
            return next != null && !next.isAfter(observation.getTime().plus(within));
        }
    }

    /**
     * Most accesses of most people are excepting ones. Those that except nothing are forgotten after two windows, so that
     * a profile stays small; a counted access that arrives later than that is counted in spite of them. Of several about
     * the same, those between two that except the same span are not needed.
     */
    @Override
    public List<Observation> compressed(List<Observation> sorted) {
        if (!takesBack()) {
            return sorted;
        }
        Times counted = times(sorted, COUNTED);
        Instant old =
                sorted.get(sorted.size() - 1).getTime().minus(threshold.within().multipliedBy(2));
        List<Observation> near = sorted.stream()
                .filter(each -> each.getStep() == COUNTED || !each.getTime().isBefore(old) || counted.isNear(each))
                .toList();
        return withoutBetween(near);
    }

    /** The spans around the two others leave no gap, so that the one between them excepts nothing more. */
    private List<Observation> withoutBetween(List<Observation> sorted) {
        Map<List<String>, Deque<Observation>> lastTwo = new HashMap<>();
        Set<Observation> between = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Observation each : sorted) {
            if (each.getStep() == COUNTED) {
                continue;
            }
            Deque<Observation> before = lastTwo.computeIfAbsent(Times.about(each), about -> new ArrayDeque<>());
            Duration span = threshold.within().multipliedBy(2);
            if (before.size() == 2
                    && !each.getTime().isAfter(before.getFirst().getTime().plus(span))) {
                between.add(before.removeLast());
            } else if (before.size() == 2) {
                before.removeFirst();
            }
            before.addLast(each);
        }
        return between.isEmpty()
                ? sorted
                : sorted.stream().filter(each -> !between.contains(each)).toList();
    }

    private List<Observation> firing(List<Observation> counted) {
        if (threshold.measure() instanceof Measure.Run) {
            Set<String> inRuns = longRuns(counted);
            return counted.stream()
                    .filter(each -> inRuns.contains(each.getValue()))
                    .toList();
        }
        long count = threshold.measure() instanceof Measure.Distinct
                ? counted.stream().map(Observation::getValue).distinct().count()
                : counted.size();
        return count > threshold.moreThan() ? counted : List.of();
    }

    /** The numbers that stand in runs longer than allowed. */
    private Set<String> longRuns(List<Observation> counted) {
        Set<Long> numbers = counted.stream()
                .map(each -> Long.valueOf(each.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new HashSet<>();
        for (long start : numbers) {
            if (numbers.contains(start - 1)) {
                continue;
            }
            long end = start;
            while (numbers.contains(end + 1)) {
                end++;
            }
            for (long each = start; end - start + 1 > threshold.moreThan() && each <= end; each++) {
                found.add(Long.toString(each));
            }
        }
        return found;
    }
}
