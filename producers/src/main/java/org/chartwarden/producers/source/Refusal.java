package org.chartwarden.producers.source;

import java.util.Optional;

/**
 * A raw record that cannot be understood. The message says what is wrong, where in the record, and what is allowed; it
 * never quotes the content, so that it may be logged, answered and stored.
 */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final String path;

    /** @param message what is wrong with the record as a whole */
    public Refusal(String message) {
        this(null, message);
    }

    /**
     * @param path the element, as a FHIRPath such as {@code AuditEvent.agent[1].requestor}; null for the whole record
     * @param problem what is wrong with it and what is allowed, as the rest of a sentence that begins with the path
     */
    public Refusal(String path, String problem) {
        super(path == null ? problem : path + " " + problem);
        this.path = path;
    }

    /** The element that is wrong; empty when it is the whole record. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }
}
