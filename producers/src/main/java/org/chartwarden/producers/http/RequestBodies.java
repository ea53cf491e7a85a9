package org.chartwarden.producers.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Reads request bodies, of one request and of all at once no more than fits into memory. */
final class RequestBodies {

    /** The largest body, in bytes. */
    static final int LIMIT = 16 << 20;

    /** All bodies that are worked on at the same time, in units. */
    private static final int UNITS = 64;

    private static final int UNIT_BYTES = 1 << 19;
    private static final int PATIENCE_SECONDS = 20;
    private static final Set<String> JSON_TYPES = Set.of(FhirAnswers.FHIR_JSON, "application/json");

    private final Semaphore room = new Semaphore(UNITS, true);

    /**
     * Hands on the request's body.
     *
     * @throws Rejection when the body is no JSON by its type, is too large, or when there is no room for it
     */
    void with(Context http, Consumer<byte[]> use) throws IOException, InterruptedException {
        requireJson(http);
        int units = units(http.req().getContentLengthLong());
        if (!room.tryAcquire(units, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new Rejection(
                    503,
                    IssueType.THROTTLED,
                    "Too much is being sent at once. Nothing was taken; send it again later.");
        }
        try {
            use.accept(read(http));
        } finally {
            room.release(units);
        }
    }

    private static byte[] read(Context http) throws IOException {
        byte[] body = http.req().getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw tooLarge();
        }
        return body;
    }

    /** A body of unknown length may be as long as is allowed. */
    private static int units(long length) {
        if (length > LIMIT) {
            throw tooLarge();
        }
        return (int) ((length < 0 ? LIMIT : length) / UNIT_BYTES) + 1;
    }

    private static Rejection tooLarge() {
        return new Rejection(
                413,
                IssueType.TOOLONG,
                "The body is longer than %,d bytes. Nothing was taken; send it in smaller Bundles.".formatted(LIMIT));
    }

    private static void requireJson(Context http) {
        if (http.header("Content-Encoding") != null) {
            throw new Rejection(
                    415,
                    IssueType.NOTSUPPORTED,
                    "A Content-Encoding is not supported: send the body as it is. Nothing was taken.");
        }
        String type = http.contentType();
        if (type == null || !JSON_TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT))) {
            throw new Rejection(
                    415,
                    IssueType.NOTSUPPORTED,
                    "The Content-Type must be application/fhir+json or application/json. Nothing was taken.");
        }
    }
}
