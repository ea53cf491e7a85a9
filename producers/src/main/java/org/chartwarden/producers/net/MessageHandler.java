package org.chartwarden.producers.net;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.producers.source.Origin;

/** What is done with each message. Safe for use by many threads; must not block. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * @param origin the sender's address, and which message of the connection it is
     * @return completed when the message is stored for good, with the answer's bytes; empty where the protocol has no
     *     answers. Never completed exceptionally: whoever handles a message knows what to answer then.
     */
    CompletableFuture<byte[]> handle(Frame message, Origin origin);

    /**
     * What is answered to a message whose turn came so late that its sender has given it up, and will send it again.
     *
     * @return empty when it must be handled all the same, since its sender has forgotten it
     */
    default Optional<byte[]> tooLate(Frame message) {
        return Optional.empty();
    }
}
