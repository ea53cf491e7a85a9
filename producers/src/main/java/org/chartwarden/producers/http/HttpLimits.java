package org.chartwarden.producers.http;

import java.time.Duration;
import org.chartwarden.producers.kafka.KafkaOutput;

/**
 * What this door spends on its clients; whoever asks for more is told to come again.
 *
 * @param bodyBytes the largest body, inflated
 * @param bytesInFlight of all bodies that are being received or stored
 * @param requests that are being received or stored
 * @param connections that are open
 * @param arrival how long a request may take to arrive: its header, and then again its body
 * @param idle how long a connection may be silent
 * @param slow how long a request may wait for Kafka before new ones are turned away
 * @param patience how long a request may wait for Kafka before it is answered that nothing is certain
 */
record HttpLimits(
        int bodyBytes,
        int bytesInFlight,
        int requests,
        int connections,
        Duration arrival,
        Duration idle,
        Duration slow,
        Duration patience) {

    private static final int ONE_MEBIBYTE = 1 << 20;

    /** The patience is longer than Kafka's client takes to give up, so that its reason is known. */
    static HttpLimits usual() {
        return new HttpLimits(
                16 * ONE_MEBIBYTE,
                32 * ONE_MEBIBYTE,
                128,
                2_000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                KafkaOutput.BLOCK_LIMIT.plus(KafkaOutput.DELIVERY_LIMIT));
    }
}
