package org.chartwarden.producers.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What to simulate. The same plan gives byte for byte the same FHIR, on every machine.
 *
 * @param seed chooses the people of the hospital; the same seed has the same people on every day
 * @param day the day that is simulated
 * @param zone the hospital's time zone: the day lasts from midnight to midnight there
 * @param patients how many patients, at least 600: below, no ward has the patients for a large round
 * @param staff how many members of staff, at least 80: below, there are too few for every part of the day's stories
 * @param accesses about how many distinct accesses on the day itself, at least 4,000: the stories take that many; the
 *     recorded AuditEvents are more, because some acts are recorded twice and some stories have a past
 */
public record SimulationPlan(long seed, LocalDate day, ZoneId zone, int patients, int staff, int accesses) {

    private static final int DEFAULT_PATIENTS = 800;
    private static final int DEFAULT_STAFF = 120;
    private static final int DEFAULT_ACCESSES = 12_000;

    /** @throws IllegalArgumentException if a number is too small to hold the planted incidents */
    public SimulationPlan {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(zone, "zone");
        requireAtLeast(600, patients, "patients");
        requireAtLeast(80, staff, "staff");
        requireAtLeast(4_000, accesses, "accesses");
    }

    /** A small hospital with 12,000 accesses a day. */
    public static SimulationPlan of(long seed, LocalDate day, ZoneId zone) {
        return new SimulationPlan(seed, day, zone, DEFAULT_PATIENTS, DEFAULT_STAFF, DEFAULT_ACCESSES);
    }

    /** The same hospital with another number of accesses. */
    public SimulationPlan withAccesses(int number) {
        return new SimulationPlan(seed, day, zone, patients, staff, number);
    }

    Instant at(LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** The same time of day so many days before. */
    Instant at(int daysBefore, LocalTime time) {
        return day.minusDays(daysBefore).atTime(time).atZone(zone).toInstant();
    }

    /** First instant of the day. */
    Instant begin() {
        return day.atStartOfDay(zone).toInstant();
    }

    /** First instant of the next day. */
    Instant end() {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static void requireAtLeast(int minimum, int value, String what) {
        if (value < minimum) {
            throw new IllegalArgumentException(
                    "A simulated hospital needs at least " + minimum + " " + what + ", not " + value);
        }
    }
}
