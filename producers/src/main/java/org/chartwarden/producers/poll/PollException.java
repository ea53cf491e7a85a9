package org.chartwarden.producers.poll;

import java.time.Duration;

/** A poll ended early. What Kafka had acknowledged is not asked for again. */
final class PollException extends Exception {

    private static final long serialVersionUID = 1;

    /** What else will fail alike. */
    enum Scope {
        /** Only this resource type. */
        TYPE,
        /** Every type. */
        SERVER
    }

    private final Scope scope;
    private final Duration retryAfter;

    /** @param message what is wrong, without a record's contents */
    PollException(Scope scope, String message) {
        this(scope, message, Duration.ZERO, null);
    }

    PollException(Scope scope, String message, Throwable cause) {
        this(scope, message, Duration.ZERO, cause);
    }

    /** @param retryAfter for how long the server wants to be left alone */
    PollException(Scope scope, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.scope = scope;
        this.retryAfter = retryAfter;
    }

    Scope scope() {
        return scope;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
