package org.chartwarden.sink.kibana;

/** Kibana did not take the objects; the message says why, and what would help. */
public final class KibanaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KibanaException(String message) {
        super(message);
    }

    public KibanaException(String message, Throwable cause) {
        super(message, cause);
    }
}
