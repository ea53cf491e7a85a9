package org.chartwarden.streams.context;

import java.time.Duration;
import java.time.Instant;
import org.chartwarden.model.AccessEvent;

/**
 * Which times of a source are believed. One access "of 2099" must not move stream time there, where every other access
 * would be late: an access cannot have happened after it was received, give or take the clocks.
 */
public final class EventTime {

    /** So much may a source's clock, or its idea of a time zone, be ahead. */
    static final Duration TOLERANCE = Duration.ofDays(1);

    private EventTime() {}

    /** The time lies between 1970 and the receipt, or at most a day after that. */
    public static boolean isBelieved(AccessEvent access) {
        return access.getTime().toEpochMilli() >= 0 && !access.getTime().isAfter(latest(access));
    }

    /** Milliseconds since 1970 for Kafka Streams: the access's own time, or what comes nearest to it. Never negative. */
    public static long of(AccessEvent access) {
        long time = Math.min(access.getTime().toEpochMilli(), latest(access).toEpochMilli());
        return Math.max(0, time);
    }

    private static Instant latest(AccessEvent access) {
        return access.getReceivedAt().plus(TOLERANCE);
    }
}
