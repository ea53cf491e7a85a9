package org.chartwarden.streams.rule;

/**
 * How much is still usual in a day.
 *
 * @param usual median of the days that the limit rests on
 * @param most more than this fires
 */
record Limit(double usual, int most) {

    /**
     * The median and so many deviations; never less than {@code atLeast}. A deviation smaller than the median's root is
     * taken for that: by so much counts vary by chance alone, and people whose few known days happen to be alike must not
     * be flagged for one patient more.
     */
    static Limit of(Detection.Baseline baseline, double median, double deviation) {
        double spread = Math.max(deviation, Math.sqrt(median));
        return new Limit(median, (int) Math.max(baseline.atLeast(), Math.floor(median + baseline.sigmas() * spread)));
    }
}
