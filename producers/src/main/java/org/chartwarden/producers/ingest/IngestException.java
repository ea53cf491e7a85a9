package org.chartwarden.producers.ingest;

/** Kafka did not acknowledge everything. The message says how far it came, and what to do. */
public final class IngestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IngestException(String message, Throwable cause) {
        super(message, cause);
    }
}
