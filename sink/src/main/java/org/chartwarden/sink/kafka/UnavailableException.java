package org.chartwarden.sink.kafka;

/** A server does not answer, or says that it cannot work right now: a later try may succeed. */
public final class UnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message which server, and what it said; shown by /health, so without a record's contents
     */
    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
