package org.chartwarden.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Seeded chance. On {@link Random}, whose algorithm its documentation fixes for all Java versions. Each part of the
 * simulation has a stream of its own, named by its purpose, so that a change of one part leaves the others as they were.
 */
final class Chance {

    private final Random random;

    private Chance(long seed) {
        this.random = new Random(seed);
    }

    /** What is the same on every day: the people. */
    static Chance ofHospital(SimulationPlan plan, String purpose) {
        return new Chance(plan.seed() * 1_000_003 + purpose.hashCode());
    }

    /** What differs from day to day: visits and accesses. */
    static Chance ofDay(SimulationPlan plan, String purpose) {
        return ofHospital(plan, purpose + plan.day());
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** True with this probability, from 0 to 1. */
    boolean withProbability(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0, included, to 1, excluded. */
    double share() {
        return random.nextDouble();
    }

    /** Around the middle, with a long tail upwards: a log-normal number of that median. */
    double heavyTailed(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** From least to most, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** To the millisecond, as FHIR's instants are written; most is excluded unless it equals least. */
    Duration between(Duration least, Duration most) {
        long span = most.minus(least).toMillis();
        return span == 0 ? least : least.plusMillis((long) (random.nextDouble() * span));
    }

    Instant between(Instant least, Instant most) {
        return least.plus(between(Duration.ZERO, Duration.between(least, most)));
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** A random UUID (RFC 4122 version 4), but a seeded one. */
    String uuid() {
        long most = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least).toString();
    }
}
