package org.chartwarden.producers.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Reads request bodies: whole, inflated, in bounded memory and time. */
final class RequestBodies {

    private static final int CHUNK_BYTES = 1 << 14;

    private final HttpLimits limits;

    RequestBodies(HttpLimits limits) {
        this.limits = limits;
    }

    /**
     * @param place what is read is counted there
     * @throws Rejection 413 when it is too long, 408 when it takes too long, 429 when there is no room, 400 when it is
     *     no gzip although it says so
     * @throws IOException when the sender is gone
     */
    byte[] read(Context http, Room.Place place) throws IOException {
        boolean compressed = MediaTypes.isGzip(http);
        if (!compressed && http.req().getContentLengthLong() > limits.bodyBytes()) {
            throw tooLarge();
        }
        try (InputStream plain = new DeadlineStream(http.req().getInputStream(), limits.arrival());
                InputStream body = compressed ? new Members(plain) : plain) {
            return read(body, place);
        } catch (ZipException e) {
            throw broken(e);
        } catch (EOFException e) {
            if (compressed) {
                throw broken(e);
            }
            throw e;
        } catch (IOException e) {
            if (e instanceof DeadlineStream.TooSlow || e.getCause() instanceof TimeoutException) {
                throw tooSlow(e);
            }
            throw e;
        }
    }

    /** Grows with what arrives and not with what is announced: an announcement costs its sender nothing. */
    private byte[] read(InputStream body, Room.Place place) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
            if (read.size() + length > limits.bodyBytes()) {
                throw tooLarge();
            }
            place.take(length);
            read.write(chunk, 0, length);
        }
        return read.toByteArray();
    }

    private Rejection tooLarge() {
        return new Rejection(
                413,
                IssueType.TOOLONG,
                "The body is longer than %,d bytes. Nothing was taken; send it in smaller Bundles."
                        .formatted(limits.bodyBytes()));
    }

    private Rejection tooSlow(IOException cause) {
        Duration arrival = limits.arrival();
        return new Rejection(
                408,
                IssueType.TIMEOUT,
                "The body did not arrive within " + arrival.toSeconds() + " seconds. Nothing was taken.",
                cause);
    }

    private static Rejection broken(IOException cause) {
        return new Rejection(
                400,
                IssueType.STRUCTURE,
                "The body is not a whole gzip stream. Nothing was taken; send it again.",
                cause);
    }

    /** Gzip's members one after the other; Java's own stream calls itself for each that is empty, however many. */
    private static final class Members extends GZIPInputStream {

        private static final int EMPTY_MEMBERS = 64;

        private int depth;

        Members(InputStream compressed) throws IOException {
            super(compressed, CHUNK_BYTES);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (++depth > EMPTY_MEMBERS) {
                throw new ZipException("Too many empty members");
            }
            try {
                return super.read(bytes, offset, length);
            } finally {
                depth--;
            }
        }
    }
}
