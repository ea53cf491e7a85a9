package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.chartwarden.producers.ingest.IngestReport;
import org.chartwarden.producers.ingest.TransferListener;

/** Writes down how far a file has come, once a second: seldom enough to cost nothing. Used by one thread. */
final class Bookkeeping implements TransferListener {

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Book book;
    private final BooleanSupplier stopped;
    private final LongSupplier nanoTime;
    private long written;
    private IngestReport latest;

    /** Where it is written down. */
    @FunctionalInterface
    interface Book {
        void write(IngestReport acknowledged) throws IOException;
    }

    /**
     * @param before what is written down already
     * @param stopped whether the transfer shall end
     * @param nanoTime as {@link System#nanoTime}
     */
    Bookkeeping(IngestReport before, Book book, BooleanSupplier stopped, LongSupplier nanoTime) {
        this.latest = before;
        this.book = book;
        this.stopped = stopped;
        this.nanoTime = nanoTime;
        this.written = nanoTime.getAsLong();
    }

    @Override
    public void progress(long bytes, IngestReport acknowledged) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("The inbox is being closed");
        }
        if (nanoTime.getAsLong() - written >= PAUSE_NANOS) {
            try {
                write(acknowledged);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written = nanoTime.getAsLong();
        }
    }

    /** Writes it down now, if there is something new. */
    void write(IngestReport acknowledged) throws IOException {
        if (!acknowledged.equals(latest)) {
            book.write(acknowledged);
            latest = acknowledged;
        }
    }
}
