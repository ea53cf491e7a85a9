package org.chartwarden.standalone.bench.topology;

import org.chartwarden.standalone.bench.BenchPeople;

/**
 * How much is measured.
 *
 * @param events of one run; a pass-through gets {@link #PASS_THROUGH_FACTOR} times as many, so that it lasts
 * @param runs of each variant
 * @param patients of the hospital; the variant with many has ten times as many
 */
public record Plan(int events, int runs, int patients) {

    static final int PASS_THROUGH_FACTOR = 10;

    private static final int MANY = 10;

    public Plan {
        atLeast("events", events, 1000);
        atLeast("runs", runs, 1);
        atLeast("patients", patients, BenchPeople.DEPARTMENTS);
    }

    int eventsOf(Variant variant) {
        return variant.part() == Part.PASS_THROUGH ? events * PASS_THROUGH_FACTOR : events;
    }

    int patientsOf(Variant variant) {
        return variant.isOfManyPatients() ? patients * MANY : patients;
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be " + least + " or more");
        }
    }
}
