package org.chartwarden.streams.failure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what happens when a thread of Kafka Streams dies. What passes by itself is tried again by a new thread, from
 * the last commit; what does not stops the instance, whose health then says so.
 */
public final class ThreadFailure implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailure.class);

    private final Duration pause;

    /** @param pause before the new thread, so that a server that is away is not asked in a busy loop */
    public ThreadFailure(Duration pause) {
        this.pause = pause;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable exception) {
        if (Causes.passes(exception)) {
            LOG.warn("A server is away; trying again from the last commit", exception);
            LockSupport.parkNanos(pause.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("The topology stops: this does not pass by itself", exception);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
