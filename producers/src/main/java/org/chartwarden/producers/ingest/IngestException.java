package org.chartwarden.producers.ingest;

import org.chartwarden.producers.source.Origin;

/** An input could not be taken to its end. The message says how far it came, and what to do. */
public final class IngestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;

    public IngestException(String message, Throwable cause) {
        super(message, cause);
        this.problem = message;
    }

    private IngestException(String problem, String advice, Throwable cause) {
        super(problem + ". " + advice, cause);
        this.problem = problem;
    }

    static IngestException notAcknowledged(Origin origin, Throwable cause) {
        return new IngestException(
                "Kafka did not acknowledge the record of %s (%s)".formatted(origin, cause.getMessage()),
                "Read the input again: what has arrived is recognised as duplicate",
                cause);
    }

    /** The message without what a person should do: for who does it without one. */
    public String problem() {
        return problem;
    }
}
