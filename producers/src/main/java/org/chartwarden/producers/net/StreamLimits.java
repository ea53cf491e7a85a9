package org.chartwarden.producers.net;

import java.time.Duration;

/**
 * What the connections of one listener may take, so that neither a mistake nor malice fills the memory.
 *
 * @param largestMessage bytes after which a framing must have made something of them: a message, a part of one, or an
 *     exception. When it has not, the connection is closed
 * @param window messages of one connection that may wait for their acknowledgement; no more is read until one has it
 * @param messageTime within which a message that has begun must be complete
 * @param idleTime after which a connection on which nothing happens is closed
 * @param connections that may be open at once; further ones are closed at once
 * @param memory bytes that all connections together may hold: what has arrived, beyond {@link StreamConnection#ALLOWANCE}
 *     for each, and the messages under way with {@link UnderWay#OVERHEAD} for each. When it is used up, connections are
 *     read no further, and have no more than one message under way
 */
public record StreamLimits(
        int largestMessage, int window, Duration messageTime, Duration idleTime, int connections, long memory) {

    private static final Duration USUAL_MESSAGE_TIME = Duration.ofMinutes(1);
    private static final Duration USUAL_IDLE_TIME = Duration.ofHours(2);
    private static final int USUAL_CONNECTIONS = 4_000;

    /** Of the heap, the part for one listener's messages. */
    private static final int HEAP_SHARES = 16;

    public StreamLimits {
        require(largestMessage > 0, "largestMessage must be more than 0");
        require(window > 0, "window must be more than 0");
        require(connections > 0, "connections must be more than 0");
        require(!messageTime.isNegative() && !messageTime.isZero(), "messageTime must be more than 0");
        require(!idleTime.isNegative() && !idleTime.isZero(), "idleTime must be more than 0");
        require(memory >= 4L * largestMessage, "memory must be at least four times largestMessage");
    }

    /** With the usual times and numbers. */
    public static StreamLimits usual(int largestMessage, int window) {
        long memory = Math.max(4L * largestMessage, Runtime.getRuntime().maxMemory() / HEAP_SHARES);
        return new StreamLimits(largestMessage, window, USUAL_MESSAGE_TIME, USUAL_IDLE_TIME, USUAL_CONNECTIONS, memory);
    }

    /** The same with other times. */
    public StreamLimits within(Duration otherMessageTime, Duration otherIdleTime) {
        return new StreamLimits(largestMessage, window, otherMessageTime, otherIdleTime, connections, memory);
    }

    /** The same with other bounds over all connections. */
    public StreamLimits atMost(int otherConnections, long otherMemory) {
        return new StreamLimits(largestMessage, window, messageTime, idleTime, otherConnections, otherMemory);
    }

    /** After so long in the queue, a message's sender has given it up, where it waits for an answer. */
    Duration turnTime() {
        return messageTime.dividedBy(6);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
