package org.chartwarden.streams.rule;

/** What a threshold rule measures of the accesses in its window. */
public sealed interface Measure {

    /** How many accesses there are. */
    record Count() implements Measure {}

    /** How many distinct values they have; an access with an empty one is not counted. */
    record Distinct(Expression<String> of) implements Measure {}

    /** How long the longest run of consecutive whole numbers among them is; a negative number is none. */
    record Run(Expression<Long> of) implements Measure {}
}
