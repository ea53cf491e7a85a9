package org.chartwarden.producers.net;

import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.chartwarden.producers.source.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads on which a listener's messages are handled: understanding one and Kafka's client take their time. */
final class Workers {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final MessageHandler handler;
    private final DefaultEventExecutorGroup threads;

    Workers(String name, MessageHandler handler) {
        this.handler = handler;
        int count = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.threads = new DefaultEventExecutorGroup(count, new DefaultThreadFactory(name + "-worker", true));
    }

    /** The one that handles a connection's messages, so that they keep their order. */
    EventExecutor next() {
        return threads.next();
    }

    /**
     * Handles one message on the calling thread.
     *
     * @param isLate it has waited for its turn for long
     * @param whenDone takes the answer; empty when a mistake left none
     */
    void handle(Frame frame, Origin origin, boolean isLate, Consumer<Optional<byte[]>> whenDone) {
        try {
            Optional<byte[]> late = isLate ? handler.tooLate(frame) : Optional.empty();
            CompletableFuture<byte[]> answered =
                    late.map(CompletableFuture::completedFuture).orElseGet(() -> handler.handle(frame, origin));
            answered.whenComplete((answer, failure) -> {
                if (failure != null) {
                    complain(origin, failure);
                }
                whenDone.accept(Optional.ofNullable(answer));
            });
        } catch (RuntimeException e) {
            complain(origin, e);
            whenDone.accept(Optional.empty());
        }
    }

    /** Only a mistake in a handler leads here; its stack shows where, and the message might quote the content. */
    private static void complain(Origin origin, Throwable fault) {
        Throwable failure = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        LOG.error(
                "{} was not handled: {} at {}",
                origin,
                failure.getClass().getName(),
                failure.getStackTrace().length == 0 ? "an unknown place" : failure.getStackTrace()[0]);
    }

    void close() {
        Listening.stop(threads);
    }
}
