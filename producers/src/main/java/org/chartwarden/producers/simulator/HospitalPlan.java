package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Which large hospital to simulate. The same plan gives the same accesses, papers and truth on every machine.
 *
 * @param seed chooses the people, what they do, and what is planted among it
 * @param firstDay the first simulated day; some stories have a past before it
 * @param zone the hospital's time zone
 * @param days how many days, at least 2
 * @param staff how many members of staff, at least 150: below, there are too few for the planted stories
 * @param patients how many patients, at least 2,000
 */
public record HospitalPlan(long seed, LocalDate firstDay, ZoneId zone, int days, int staff, int patients) {

    public static final int DAYS = 14;
    public static final int STAFF = 1_000;
    public static final int PATIENTS = 20_000;

    /** A Monday without a change of the clock in the weeks around it; nothing depends on today. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 2);

    /** @throws IllegalArgumentException if a number is too small */
    public HospitalPlan {
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(zone, "zone");
        requireAtLeast(2, days, "days");
        requireAtLeast(150, staff, "staff");
        requireAtLeast(2_000, patients, "patients");
    }

    /** A thousand members of staff, twenty thousand patients, two weeks. */
    public static HospitalPlan of(long seed) {
        return new HospitalPlan(seed, FIRST_DAY, ZoneId.of("Europe/Vienna"), DAYS, STAFF, PATIENTS);
    }

    /** The same, of another size. */
    public HospitalPlan sized(int otherDays, int otherStaff, int otherPatients) {
        return new HospitalPlan(seed, firstDay, zone, otherDays, otherStaff, otherPatients);
    }

    /** First instant of the first day. */
    public Instant begin() {
        return at(0, LocalTime.MIDNIGHT);
    }

    /** First instant after the last day. */
    public Instant end() {
        return at(days, LocalTime.MIDNIGHT);
    }

    /** @param day counted from 0; negative before the first */
    Instant at(int day, LocalTime time) {
        return firstDay.plusDays(day).atTime(time).atZone(zone).toInstant();
    }

    /** One day as the parts know it that this hospital shares with the small one. */
    SimulationPlan day(int number) {
        return SimulationPlan.of(seed, firstDay.plusDays(number), zone);
    }

    private static void requireAtLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException("At least %d %s are needed, not %d".formatted(least, what, value));
        }
    }
}
