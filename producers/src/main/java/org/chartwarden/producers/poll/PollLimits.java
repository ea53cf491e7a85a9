package org.chartwarden.producers.poll;

import java.time.Duration;
import org.chartwarden.producers.kafka.KafkaOutput;

/**
 * How far a server is trusted to behave.
 *
 * @param pageBytes the largest page
 * @param pages of one type in one poll
 * @param remembered resources of one type that are recognised when they come again
 * @param answer how long a page may take to arrive
 * @param patience how long Kafka may take to store a page
 * @param firstPause after a failure, doubled by each further one
 * @param longestPause after failures, be it the server's own wish
 */
record PollLimits(
        int pageBytes,
        int pages,
        int remembered,
        Duration answer,
        Duration patience,
        Duration firstPause,
        Duration longestPause) {

    static PollLimits usual() {
        return new PollLimits(
                32 << 20,
                10_000,
                50_000,
                Duration.ofMinutes(2),
                KafkaOutput.BLOCK_LIMIT.plus(KafkaOutput.DELIVERY_LIMIT),
                Duration.ofSeconds(2),
                Duration.ofMinutes(15));
    }
}
