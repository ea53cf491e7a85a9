package org.chartwarden.producers.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Ends the patience with a sender who sends a byte now and then, which no idle timeout notices. A single read may still
 * last as long as the connection may be idle.
 */
final class DeadlineStream extends FilterInputStream {

    private final long end;

    /** The deadline is over. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1;

        TooSlow() {
            super("The deadline for the body is over");
        }
    }

    DeadlineStream(InputStream body, Duration limit) {
        super(body);
        this.end = System.nanoTime() + limit.toNanos();
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        requireTime();
        return super.read(bytes, offset, length);
    }

    private void requireTime() throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new TooSlow();
        }
    }
}
