package org.chartwarden.sink.kafka;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a piece of work waits for a server that is away: for ever, in pauses that grow to ten seconds, until it is
 * cancelled. What it waits for is told to /health. One object for one piece of work.
 */
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final AtomicReference<String> problem;
    private final CountDownLatch cancelled = new CountDownLatch(1);

    /** @param problem set while the work waits, null when it goes on; outlives this object */
    public Patience(AtomicReference<String> problem) {
        this.problem = problem;
    }

    /** Something that fails while a server is away. */
    public interface Attempt<T> {

        T run() throws UnavailableException, InterruptedException;
    }

    /**
     * Tries until it succeeds.
     *
     * @throws CancellationException when the work was cancelled while it waited
     */
    public <T> T insist(Attempt<T> attempt) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                T result = attempt.run();
                relieved();
                return result;
            } catch (UnavailableException e) {
                pause(failures, e.getMessage());
            }
        }
    }

    /**
     * Waits before the next try.
     *
     * @param failures tries in a row that failed, from 1
     * @param reason what is waited for
     * @throws CancellationException when the work is cancelled before the pause is over
     */
    public void pause(int failures, String reason) throws InterruptedException {
        Duration length = pauseAfter(failures);
        if (!reason.equals(problem.getAndSet(reason))) {
            LOG.warn("{} Nothing is lost: it is tried again until it succeeds.", reason);
        }
        if (cancelled.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new CancellationException("cancelled while waiting: " + reason);
        }
    }

    /** The work goes on. */
    public void relieved() {
        String past = problem.getAndSet(null);
        if (past != null) {
            LOG.info("It works again. It was: {}", past);
        }
    }

    /** Asks the work to end at its next pause or at its next safe point. */
    public void cancel() {
        cancelled.countDown();
    }

    /** A safe point: whatever was begun is finished. */
    public void throwIfCancelled() {
        if (cancelled.getCount() == 0) {
            throw new CancellationException("cancelled between two records");
        }
    }

    static Duration pauseAfter(int failures) {
        int doublings = Math.min(failures - 1, Integer.SIZE - 2);
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << doublings);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
