package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.streams.state.Observation;

/** Adds up weights that fade. */
record AccumulateWatch(Detection.Accumulate accumulate) implements Watch {

    /** After so many half-lives less than half a percent of a weight is left. */
    private static final int HALF_LIVES = 8;

    @Override
    public List<Observation> observe(Facts facts) {
        if (!accumulate.where().of(facts)) {
            return List.of();
        }
        double weight = accumulate.weight().of(facts).doubleValue();
        String once = accumulate.once().map(expression -> expression.of(facts)).orElse(facts.eventId());
        return weight > 0 ? List.of(Observations.of(facts, once, "", 0, weight)) : List.of();
    }

    @Override
    public Duration reach() {
        return accumulate.halfLife().multipliedBy(HALF_LIVES);
    }

    @Override
    public int most() {
        return Observations.enoughFor(accumulate.moreThan());
    }

    @Override
    public List<Observation> endingAt(Remembered remembered, int last) {
        Observation end = remembered.sorted().get(last);
        List<Observation> window = Observations.window(remembered.sorted(), last, reach());
        Map<String, Double> heaviest = new HashMap<>();
        for (Observation each : window) {
            heaviest.merge(each.getValue(), faded(each, end), Math::max);
        }
        double sum = heaviest.values().stream().mapToDouble(Double::doubleValue).sum();
        return sum > accumulate.moreThan() ? window : List.of();
    }

    private double faded(Observation each, Observation end) {
        double age = Duration.between(each.getTime(), end.getTime()).toMillis();
        return each.getWeight() * Math.pow(2, -age / accumulate.halfLife().toMillis());
    }
}
