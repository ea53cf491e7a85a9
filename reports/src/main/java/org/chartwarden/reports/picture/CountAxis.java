package org.chartwarden.reports.picture;

import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis of whole numbers from 0 on, with round steps.
 *
 * @param step between two ticks
 * @param end the last tick, at or above the largest count
 */
record CountAxis(long step, long end) {

    private static final int MOST_STEPS = 5;

    /** @param largest not negative */
    static CountAxis upTo(double largest) {
        long step = 1;
        long[] factors = {2, 5, 10};
        for (long power = 1; step * MOST_STEPS < largest; power *= 10) {
            for (int i = 0; i < factors.length && step * MOST_STEPS < largest; i++) {
                step = power * factors[i];
            }
        }
        return new CountAxis(step, Math.max(step, (long) Math.ceil(largest / step) * step));
    }

    List<Long> ticks() {
        return LongStream.rangeClosed(0, end / step)
                .map(tick -> tick * step)
                .boxed()
                .toList();
    }
}
