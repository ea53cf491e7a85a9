package org.chartwarden.producers.source;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.chartwarden.deadletter.DeadLetters;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.service.SourceMeter;
import org.chartwarden.service.SourceMeter.SourceCount;
import org.chartwarden.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one source's raw records to where they end: what is understood goes to its topic, what is not goes to the
 * dead-letter topic with its bytes and the reason. Safe for use by many threads.
 */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final String source;
    private final RecordOutput output;
    private final Counters counters;
    private final SourceMeter meter;
    private final DeadLetters deadLetters;

    /**
     * @param source the source's name
     * @param clock tells when a record was given up
     */
    public Delivery(String source, RecordOutput output, Counters counters, SourceMeter meter, Clock clock) {
        this.source = source;
        this.output = output;
        this.counters = counters;
        this.meter = meter;
        this.deadLetters = new DeadLetters(Stage.PRODUCERS, clock);
    }

    /** Where a raw record went. */
    public enum Fate {
        PRODUCED,
        DEAD_LETTERED,
        IGNORED
    }

    /**
     * What became of a raw record.
     *
     * @param refusal why it was dead-lettered; empty otherwise
     * @param sent what went to Kafka, be it a dead letter; empty when ignored
     * @param acknowledged completed when Kafka has stored all of it, exceptionally when it may not have
     */
    public record Delivered(
            Fate fate, Optional<Refusal> refusal, List<Outgoing<?>> sent, CompletableFuture<Void> acknowledged) {

        public Delivered {
            sent = List.copyOf(sent);
        }
    }

    /** What this source is counted by; for what it recognises as duplicate itself. */
    public SourceMeter meter() {
        return meter;
    }

    /** Reads one raw record and sends what it becomes. */
    public Delivered deliver(RecordReader reader, byte[] raw, Origin origin) {
        try {
            List<Outgoing<?>> records = read(reader, raw, origin);
            if (records.isEmpty()) {
                meter.add(SourceCount.RECEIVED, 1);
                meter.add(SourceCount.IGNORED, 1);
                return new Delivered(Fate.IGNORED, Optional.empty(), records, CompletableFuture.completedFuture(null));
            }
            CompletableFuture<Void> stored = send(records, origin)
                    .exceptionallyCompose(failure -> refusalIn(failure)
                            .map(late -> giveUp(reader, late, raw, origin).acknowledged())
                            .orElseGet(() -> CompletableFuture.failedFuture(failure)));
            return new Delivered(Fate.PRODUCED, Optional.empty(), records, stored);
        } catch (Refusal refusal) {
            return giveUp(reader, refusal, raw, origin);
        }
    }

    /** A broker that allows less than the topic catalogue says so only when it has the record. */
    private static Optional<Refusal> refusalIn(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
    }

    /** A fault of a reader is none of the sender's, but the record must not be lost for it. */
    private static List<Outgoing<?>> read(RecordReader reader, byte[] raw, Origin origin) throws Refusal {
        try {
            return reader.read(raw);
        } catch (RuntimeException | StackOverflowError e) {
            // The exception's message may quote the record.
            LOG.error("{}: the reader {} failed: {}", origin, reader.feed(), place(e));
            throw new Refusal(
                    "The record could not be read for a fault of Chartwarden (%s at %s). Report it, and replay"
                                    .formatted(e.getClass().getSimpleName(), place(e))
                            + " the record once it is mended");
        }
    }

    private static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    /**
     * Sends records that follow from a whole file and not from one of its raw records.
     *
     * @return completed when Kafka has stored all of them
     * @throws Refusal when one tells more than it may, and then none was sent; or when one is larger than its topic allows,
     *     and then the ones before it were sent
     */
    public CompletableFuture<Void> send(List<Outgoing<?>> records, Origin origin) throws Refusal {
        for (Outgoing<?> record : records) {
            Bounds.require(record.value());
        }
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (Outgoing<?> record : records) {
            CompletableFuture<Void> acknowledged = output.send(record, origin, source);
            meter.begin();
            sent.add(counted(acknowledged, Count.PRODUCED, SourceCount.PRODUCED));
            // The others would wait for a Kafka that is away as long again, and all of them are sent again anyway.
            if (acknowledged.isCompletedExceptionally()) {
                break;
            }
        }
        return sent.size() == 1 ? sent.get(0) : CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new));
    }

    /**
     * Keeps a raw record that cannot be understood.
     *
     * @param reader who could not read it, and could when it is corrected
     */
    public Delivered giveUp(RecordReader reader, Refusal refusal, byte[] raw, Origin origin) {
        DeadLetter letter = deadLetters.ofRecord(
                origin.source(),
                origin.position(),
                refusal.getMessage(),
                raw,
                new DeadLetters.Reading(reader.feed(), reader.header(), reader.asOf()));
        Outgoing<DeadLetter> record = new Outgoing<>(Topics.DEAD_LETTER, letter.getDeadLetterId(), letter);
        CompletableFuture<Void> acknowledged;
        meter.begin();
        try {
            acknowledged = output.send(record, origin, source);
        } catch (Refusal tooLarge) {
            acknowledged = CompletableFuture.failedFuture(tooLarge);
        }
        return new Delivered(
                Fate.DEAD_LETTERED,
                Optional.of(refusal),
                List.of(record),
                counted(acknowledged, Count.DEAD_LETTERED, SourceCount.DEAD_LETTERED));
    }

    /** What Kafka did not take is counted when it comes again: its fate is open until then. */
    private CompletableFuture<Void> counted(CompletableFuture<Void> acknowledged, Count count, SourceCount ofSource) {
        return acknowledged.whenComplete((nothing, failure) -> {
            if (failure == null) {
                counters.add(Count.RECEIVED);
                counters.add(count);
                meter.add(SourceCount.RECEIVED, 1);
                meter.add(ofSource, 1);
            }
            meter.end();
        });
    }
}
