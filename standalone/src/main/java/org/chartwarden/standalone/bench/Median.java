package org.chartwarden.standalone.bench;

import java.util.Arrays;

/** The middle of several figures: one run that was disturbed does not move it. */
public final class Median {

    private Median() {}

    /**
     * Of an even number of figures, the mean of the two in the middle.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static double of(double... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("no figures have a median");
        }
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
