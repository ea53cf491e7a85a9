package org.chartwarden.standalone.bench.topology;

import java.util.List;

/**
 * A ratio of two variants that is to hold.
 *
 * @param slower whose rate is the numerator
 * @param faster whose rate is the denominator
 * @param least what the ratio must be
 */
record Goal(String title, Variant slower, Variant faster, double least) {

    static final List<Goal> ALL = List.of(
            new Goal("all against pass-through, exactly once", Variant.FULL, Variant.PASS_THROUGH, 0.35),
            new Goal(
                    "all against pass-through, at least once",
                    Variant.FULL_AT_LEAST_ONCE,
                    Variant.PASS_THROUGH_AT_LEAST_ONCE,
                    0.35),
            new Goal("all rules against one rule", Variant.FULL, Variant.ONE_RULE, 0.7),
            new Goal("ten times the patients", Variant.FULL_OF_MANY_PATIENTS, Variant.FULL, 0.9));
}
