package org.chartwarden.standalone.bench.topology;

import java.util.Locale;

/** One thing that is measured. */
public enum Variant {
    PASS_THROUGH("Pass-through, exactly once", Part.PASS_THROUGH, true, false, false),
    PASS_THROUGH_AT_LEAST_ONCE("Pass-through, at least once", Part.PASS_THROUGH, false, false, false),
    EXPLAIN("Explain only, exactly once", Part.EXPLAIN, true, false, false),
    ONE_RULE("Explain and one rule, exactly once", Part.ALL, true, true, false),
    FULL("All, exactly once", Part.ALL, true, false, false),
    FULL_AT_LEAST_ONCE("All, at least once", Part.ALL, false, false, false),
    FULL_OF_MANY_PATIENTS("All, exactly once, ten times the patients", Part.ALL, true, false, true);

    private final String title;
    private final Part part;
    private final boolean exactlyOnce;
    private final boolean oneRule;
    private final boolean manyPatients;

    Variant(String title, Part part, boolean exactlyOnce, boolean oneRule, boolean manyPatients) {
        this.title = title;
        this.part = part;
        this.exactlyOnce = exactlyOnce;
        this.oneRule = oneRule;
        this.manyPatients = manyPatients;
    }

    public String title() {
        return title;
    }

    Part part() {
        return part;
    }

    boolean isExactlyOnce() {
        return exactlyOnce;
    }

    /** Else all rules judge. */
    boolean isOneRule() {
        return oneRule;
    }

    boolean isOfManyPatients() {
        return manyPatients;
    }

    /** In file names and on command lines. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
