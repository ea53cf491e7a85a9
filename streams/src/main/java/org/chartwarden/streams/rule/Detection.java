package org.chartwarden.streams.rule;

import java.time.Duration;

/** On which accesses a rule fires. */
public sealed interface Detection {

    /** How many accesses a threshold rule remembers of one user; repetitions of a value are forgotten first. */
    int MOST_OBSERVATIONS = 1000;

    /** The condition that an access must meet to be looked at. */
    Expression<Boolean> where();

    /** Fires on each access that meets the condition. */
    record Match(Expression<Boolean> where) implements Detection {}

    /**
     * Fires on an access that lies in a window, at most {@code within} long from its first access to its last, in which
     * one user's accesses have more than {@code moreThan} distinct values. Two accesses exactly {@code within} apart
     * share a window.
     *
     * @param distinct whose distinct values are counted
     */
    record Threshold(Expression<Boolean> where, Expression<String> distinct, int moreThan, Duration within)
            implements Detection {}
}
