package org.chartwarden.producers;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.producers.source.Delivery;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordOutput;
import org.chartwarden.service.Counters;
import org.chartwarden.service.SourceMeter;
import org.chartwarden.topic.Topics;

/** Keeps what is sent, and acknowledges it as told. */
public final class MemoryOutput implements RecordOutput {

    private final List<Outgoing<?>> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<Origin> origins = Collections.synchronizedList(new ArrayList<>());
    private volatile CompletableFuture<Void> acknowledgement = CompletableFuture.completedFuture(null);

    /** From now on, what is sent is acknowledged as this is. */
    public void acknowledgeWith(CompletableFuture<Void> future) {
        acknowledgement = future;
    }

    @Override
    public CompletableFuture<Void> send(Outgoing<?> record, Origin origin, String source) {
        sent.add(record);
        origins.add(origin);
        return acknowledgement;
    }

    /** The way of a source's records into this output. */
    public Delivery delivery(Counters counters, Clock clock) {
        return new Delivery("test", this, counters, new SourceMeter(new SimpleMeterRegistry(), "test", clock), clock);
    }

    /** The same, counted by nobody. */
    public Delivery delivery(Clock clock) {
        return delivery(new Counters(new SimpleMeterRegistry()), clock);
    }

    /** What was understood. */
    public List<Outgoing<?>> produced() {
        return List.copyOf(sent).stream()
                .filter(record -> record.topic() != Topics.DEAD_LETTER)
                .toList();
    }

    public List<DeadLetter> deadLetters() {
        return List.copyOf(sent).stream()
                .filter(record -> record.topic() == Topics.DEAD_LETTER)
                .map(record -> (DeadLetter) record.value())
                .toList();
    }

    public List<String> positions() {
        return List.copyOf(origins).stream().map(Origin::position).toList();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
