package org.chartwarden.producers.http;

import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A request that is turned away as a whole, before or without anything being stored. */
final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String RETRY_SECONDS = "5";

    private final int status;
    private final transient IssueType type;
    private final transient Map<String, String> headers = new TreeMap<>();

    /** @param message what was wrong, what is allowed, and what happened to the data */
    Rejection(int status, IssueType type, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.type = type;
    }

    Rejection(int status, IssueType type, String message) {
        this(status, type, message, null);
    }

    /** Too much at once (RFC 6585, 4): the sender keeps it for a while. */
    static Rejection comeAgain(String reason) {
        return new Rejection(429, IssueType.THROTTLED, reason + " Nothing was taken; send it again later.")
                .with("Retry-After", RETRY_SECONDS);
    }

    /** The sender must send again, since nobody knows what was stored. */
    static Rejection uncertain(Exception cause) {
        return new Rejection(
                        503,
                        IssueType.TRANSIENT,
                        "Kafka did not acknowledge in time. Send the same again: what has arrived is recognised as"
                                + " duplicate.",
                        cause)
                .with("Retry-After", RETRY_SECONDS);
    }

    static Rejection unsupported(String problem) {
        return new Rejection(415, IssueType.NOTSUPPORTED, problem + " Nothing was taken.");
    }

    static Rejection forbidden(Accepted kind) {
        return new Rejection(
                403,
                IssueType.FORBIDDEN,
                switch (kind) {
                    case AUDIT -> "AuditEvents are not accepted from this sender. Nothing was taken.";
                    case CONTEXT -> "Only AuditEvents are accepted from this sender. Nothing was taken.";
                });
    }

    Rejection with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    int status() {
        return status;
    }

    IssueType type() {
        return type;
    }

    Map<String, String> headers() {
        return headers;
    }
}
