package org.chartwarden.producers.net;

/** An address cannot be listened on. */
public final class ListenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ListenException(String message, Throwable cause) {
        super(message, cause);
    }
}
