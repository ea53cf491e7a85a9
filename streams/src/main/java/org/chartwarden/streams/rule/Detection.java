package org.chartwarden.streams.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** On which accesses a rule fires. The kinds are explained in docs/writing-rules.md. */
public sealed interface Detection {

    /** The most accesses that a rule remembers of one subject; repetitions of a value are forgotten first. */
    int MOST_OBSERVATIONS = 1000;

    /** The kind as a rule file spells it. */
    String kind();

    /** Fires on each access that meets the condition. */
    record Match(Expression<Boolean> where) implements Detection {
        @Override
        public String kind() {
            return "match";
        }
    }

    /**
     * Fires on an access that ends a window, at most {@code within} long, in which the subject's accesses measure more
     * than {@code moreThan}. Two accesses exactly {@code within} apart share a window.
     *
     * @param per each of its values is measured apart
     * @param except an access that meets it takes its value out of the count of the windows that contain it
     */
    record Threshold(
            Expression<Boolean> where,
            Measure measure,
            Optional<Expression<String>> per,
            Optional<Expression<Boolean>> except,
            int moreThan,
            Duration within)
            implements Detection {
        @Override
        public String kind() {
            return "threshold";
        }
    }

    /**
     * A threshold without a fixed limit: fires on an access of a local day that measures more than the median of other
     * days and {@code sigmas} deviations.
     *
     * @param of with whose days the day is compared
     * @param atLeast the limit is never lower
     * @param learning silent until the subject is known for so long; for peers it may be zero
     */
    record Baseline(Expression<Boolean> where, Measure measure, Whose of, double sigmas, int atLeast, Duration learning)
            implements Detection {
        @Override
        public String kind() {
            return "threshold";
        }
    }

    /**
     * Fires on an access that meets the last step, when accesses that met the steps before it came before it, strictly in
     * order of time and at most {@code within} before it.
     */
    record Sequence(List<Expression<Boolean>> steps, Optional<Expression<String>> per, Duration within)
            implements Detection {

        public Sequence {
            steps = List.copyOf(steps);
        }

        @Override
        public String kind() {
            return "sequence";
        }
    }

    /**
     * Fires on an access with a value that the subject did not have in the time {@code forget} before; exactly {@code
     * forget} ago is forgotten. An access whose value is empty is not looked at.
     *
     * @param where which accesses may fire; the others only teach
     * @param among which accesses are looked at; all, where it is not given
     * @param learning silent until the subject is known for so long
     */
    record FirstSeen(
            Expression<Boolean> where,
            Expression<String> value,
            Optional<Expression<Boolean>> among,
            Duration learning,
            Duration forget)
            implements Detection {
        @Override
        public String kind() {
            return "first-seen";
        }
    }

    /**
     * Fires on an access at which the subject's weights, each halved after every {@code halfLife}, add up to more than
     * {@code moreThan}.
     *
     * @param once of accesses with an equal value only the heaviest counts
     */
    record Accumulate(
            Expression<Boolean> where,
            Expression<Number> weight,
            Optional<Expression<String>> once,
            Duration halfLife,
            int moreThan)
            implements Detection {
        @Override
        public String kind() {
            return "accumulate";
        }
    }

    /** With whose days a day is compared. */
    enum Whose {
        /** The same subject's earlier days. */
        OWN,
        /** Days of people of the same department and role. */
        PEERS
    }
}
