package org.chartwarden.producers.ingest;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.deadletter.DeadLetters;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.model.Stage;
import org.chartwarden.producers.reader.Origin;
import org.chartwarden.producers.reader.Outgoing;
import org.chartwarden.producers.reader.RecordOutput;
import org.chartwarden.producers.reader.RecordReader;
import org.chartwarden.producers.reader.Refusal;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.topic.Topics;

/**
 * Takes raw records to where they end: what is understood goes to its topic, what is not goes to the dead-letter topic
 * with its bytes and the reason. Safe for use by many threads.
 */
public final class Delivery {

    private final RecordOutput output;
    private final Counters counters;
    private final DeadLetters deadLetters;

    /** @param clock tells when a record was given up */
    public Delivery(RecordOutput output, Counters counters, Clock clock) {
        this.output = output;
        this.counters = counters;
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
     * @param acknowledged completed when Kafka has stored it, exceptionally when it may not have
     */
    public record Delivered(
            Fate fate, Optional<Refusal> refusal, Optional<Outgoing<?>> sent, CompletableFuture<Void> acknowledged) {}

    /** Reads one raw record and sends what it becomes. */
    public Delivered deliver(RecordReader reader, byte[] raw, Origin origin) {
        try {
            Optional<Outgoing<?>> record = reader.read(raw);
            if (record.isEmpty()) {
                return new Delivered(Fate.IGNORED, Optional.empty(), record, CompletableFuture.completedFuture(null));
            }
            CompletableFuture<Void> acknowledged = output.send(record.get(), origin);
            counters.add(Count.RECEIVED);
            return new Delivered(Fate.PRODUCED, Optional.empty(), record, counted(acknowledged, Count.PRODUCED));
        } catch (Refusal refusal) {
            return giveUp(refusal, raw, origin);
        }
    }

    /** Keeps a raw record that cannot be understood. */
    public Delivered giveUp(Refusal refusal, byte[] raw, Origin origin) {
        counters.add(Count.RECEIVED);
        DeadLetter letter = deadLetters.of(origin.source(), origin.position(), refusal.getMessage(), raw);
        Outgoing<DeadLetter> record = new Outgoing<>(Topics.DEAD_LETTER, letter.getDeadLetterId(), letter);
        CompletableFuture<Void> acknowledged;
        try {
            acknowledged = output.send(record, origin);
        } catch (Refusal tooLarge) {
            acknowledged = CompletableFuture.failedFuture(tooLarge);
        }
        return new Delivered(
                Fate.DEAD_LETTERED,
                Optional.of(refusal),
                Optional.of(record),
                counted(acknowledged, Count.DEAD_LETTERED));
    }

    private CompletableFuture<Void> counted(CompletableFuture<Void> acknowledged, Count count) {
        return acknowledged.thenRun(() -> counters.add(count));
    }
}
