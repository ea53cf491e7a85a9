package org.chartwarden.streams.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chartwarden.streams.state.Observation;

/**
 * How a kind of rule sees several accesses of one subject together. What it finds is a function of the set of
 * observations, so that accesses may arrive in any order.
 */
interface Watch {

    /**
     * What a rule remembers of one subject.
     *
     * @param since time of the earliest access that the rule ever looked at
     * @param sorted in order of time and id
     */
    record Remembered(Instant since, List<Observation> sorted) {}

    /** What to remember of an access; empty when the rule does not look at it. */
    List<Observation> observe(Facts facts);

    /** How far the first access that makes the rule fire can lie before the last. */
    Duration reach();

    /** Only what counts. It is the same for all windows, and so found once for them. */
    default Remembered counting(Remembered remembered) {
        return remembered;
    }

    /**
     * What makes the rule fire on one of the accesses that {@linkplain #counting count}, in order of time; empty when it
     * does not.
     */
    List<Observation> endingAt(Remembered remembered, int last);

    /** An access more can make the rule fire less. */
    default boolean takesBack() {
        return false;
    }

    /** How far before an access windows can end that it changes. */
    default Duration lookAhead() {
        return Duration.ZERO;
    }

    /** How many accesses of one subject are remembered. */
    default int most() {
        return Detection.MOST_OBSERVATIONS;
    }

    /** What need not be remembered is left out. */
    default List<Observation> compressed(List<Observation> sorted) {
        return sorted;
    }

    /**
     * Whether what is left of an alert's evidence still makes the rule fire.
     *
     * @param sorted the evidence, in order of time and id
     * @param from begin of the alert's span: what ends before it belongs to another alert
     * @return the windows that still do, each in order of time
     */
    default List<List<Observation>> holding(List<Observation> sorted, Instant from) {
        Remembered remembered = counting(new Remembered(Instant.MIN, sorted));
        return Observations.indexes(remembered.sorted(), from, Instant.MAX)
                .mapToObj(last -> endingAt(remembered, last))
                .filter(window -> !window.isEmpty())
                .toList();
    }
}
