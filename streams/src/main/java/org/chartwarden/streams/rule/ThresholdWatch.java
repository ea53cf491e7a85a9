package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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
                .map(value -> List.of(Observations.of(facts, value, per, excepting ? EXCEPTING : COUNTED, 1)))
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

    /** An excepting access may come after what it excepts, and changes windows that end before it. */
    @Override
    public Duration lookAhead() {
        return takesBack() ? threshold.within() : Duration.ZERO;
    }

    @Override
    public List<Observation> endingAt(Remembered remembered, int last) {
        Observation end = remembered.sorted().get(last);
        if (end.getStep() == EXCEPTING) {
            return List.of();
        }
        List<Observation> counted = Observations.window(remembered.sorted(), last, threshold.within()).stream()
                .filter(each -> each.getStep() == COUNTED && !excepted(each, remembered.sorted()))
                .toList();
        List<Observation> firing = firing(counted);
        // A window that fires without its last access fired before, where that access had not come yet.
        return firing.isEmpty() || firing.get(firing.size() - 1) != end ? List.of() : firing;
    }

    private boolean excepted(Observation counted, List<Observation> all) {
        return takesBack() && all.stream().anyMatch(each -> each.getStep() == EXCEPTING && isAbout(each, counted));
    }

    /** The same value at most {@code within} apart. */
    private boolean isAbout(Observation excepting, Observation counted) {
        Duration apart =
                Duration.between(excepting.getTime(), counted.getTime()).abs();
        return excepting.getValue().equals(counted.getValue())
                && excepting.getPer().equals(counted.getPer())
                && apart.compareTo(threshold.within()) <= 0;
    }

    /**
     * Most accesses of most people are excepting ones. Those that except nothing are forgotten after two windows, so that
     * a profile stays small; a counted access that arrives later than that is counted in spite of them.
     */
    @Override
    public List<Observation> compressed(List<Observation> sorted) {
        if (!takesBack()) {
            return sorted;
        }
        Instant old =
                sorted.get(sorted.size() - 1).getTime().minus(threshold.within().multipliedBy(2));
        return sorted.stream()
                .filter(each -> each.getStep() == COUNTED
                        || !each.getTime().isBefore(old)
                        || sorted.stream().anyMatch(other -> other.getStep() == COUNTED && isAbout(each, other)))
                .toList();
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
