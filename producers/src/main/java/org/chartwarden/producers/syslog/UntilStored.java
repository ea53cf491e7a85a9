package org.chartwarden.producers.syslog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordOutput;
import org.chartwarden.producers.source.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record again until Kafka has stored it. Syslog has no acknowledgements: its sender has long forgotten the
 * message, so giving up would lose it. A record that was stored although it seemed not to be is recognised as duplicate.
 */
final class UntilStored implements RecordOutput {

    private static final Logger LOG = LoggerFactory.getLogger(UntilStored.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final RecordOutput output;
    private final InstantSource clock;
    private final Duration firstPause;
    private final ScheduledThreadPoolExecutor timer;
    private int waiting;
    private Instant waitingSince;
    private String lastFailure;

    /** @param firstPause before a record is sent again; doubled each time up to half a minute */
    UntilStored(RecordOutput output, InstantSource clock, Duration firstPause) {
        this.output = output;
        this.clock = clock;
        this.firstPause = firstPause;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "syslog-again");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // close() tells what is left
    }

    /** A record on its way, and whether it has failed before. */
    private record Sending(
            Outgoing<?> record, Origin origin, String source, CompletableFuture<Void> stored, Duration nextPause) {

        Sending again() {
            Duration doubled = nextPause.multipliedBy(2);
            return new Sending(
                    record, origin, source, stored, doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
        }
    }

    /**
     * @return completed exceptionally only by a {@link Refusal}, of what Kafka can never store; not at all when it is closed
     *     before Kafka acknowledges
     */
    @Override
    public CompletableFuture<Void> send(Outgoing<?> record, Origin origin, String source) throws Refusal {
        CompletableFuture<Void> attempt = output.send(record, origin, source);
        CompletableFuture<Void> stored = new CompletableFuture<>();
        Sending sending = new Sending(record, origin, source, stored, firstPause);
        attempt.whenComplete((nothing, failure) -> {
            if (failure == null) {
                stored.complete(null);
            } else if (failure instanceof Refusal) {
                stored.completeExceptionally(failure);
            } else {
                failed(failure, true);
                sendLater(sending);
            }
        });
        return stored;
    }

    private void sendLater(Sending sending) {
        timer.schedule(() -> sendAgain(sending), sending.nextPause().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sendAgain(Sending sending) {
        CompletableFuture<Void> attempt;
        try {
            attempt = output.send(sending.record(), sending.origin(), sending.source());
        } catch (Refusal tooLarge) { // the first time it was not, but nothing may be lost in silence
            attempt = CompletableFuture.failedFuture(tooLarge);
        }
        attempt.whenComplete((nothing, failure) -> {
            if (failure == null) {
                stored();
                sending.stored().complete(null);
            } else if (failure instanceof Refusal) {
                stored();
                sending.stored().completeExceptionally(failure);
            } else {
                failed(failure, false);
                sendLater(sending.again());
            }
        });
    }

    private synchronized void failed(Throwable failure, boolean isFirst) {
        lastFailure = failure.getClass().getSimpleName();
        if (isFirst && waiting++ == 0) {
            waitingSince = clock.instant();
            LOG.warn("Kafka did not acknowledge ({}); records are sent again until it does", lastFailure);
        }
    }

    private synchronized void stored() {
        if (--waiting == 0) {
            LOG.info("Kafka has acknowledged everything that had failed since {}", waitingSince);
        }
    }

    /** What waits for Kafka; empty when nothing has failed that is not stored by now. */
    synchronized Optional<String> problem() {
        return waiting == 0
                ? Optional.empty()
                : Optional.of("%d records wait since %s until Kafka acknowledges them (%s); they are sent again"
                        .formatted(waiting, waitingSince, lastFailure));
    }

    /** Sends nothing again any more. The output behind it stays open. */
    @Override
    public void close() {
        timer.shutdownNow();
        synchronized (this) {
            if (waiting > 0) {
                LOG.error("{} records are lost: Kafka has not acknowledged them since {}", waiting, waitingSince);
            }
        }
    }
}
