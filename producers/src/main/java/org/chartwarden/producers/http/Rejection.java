package org.chartwarden.producers.http;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A request that is turned away as a whole, before or without anything being stored. */
final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient IssueType type;

    /** @param message what was wrong, what is allowed, and what happened to the data */
    Rejection(int status, IssueType type, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.type = type;
    }

    Rejection(int status, IssueType type, String message) {
        this(status, type, message, null);
    }

    int status() {
        return status;
    }

    IssueType type() {
        return type;
    }
}
