package org.chartwarden.producers.inbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.errors.TimeoutException;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordOutput;
import org.chartwarden.topic.Topics;

/** Stores what is sent, until it is told to be away. */
final class Broker implements RecordOutput {

    private final List<String> stored = new CopyOnWriteArrayList<>();
    private volatile int room = Integer.MAX_VALUE;
    private Runnable meanwhile = () -> {};

    /** From now on stores this many records and then no more. */
    void storeOnly(int records) {
        room = stored.size() + records;
    }

    /** Has something happen once, before the next record is stored. */
    void meanwhile(Runnable event) {
        meanwhile = event;
    }

    void comeBack() {
        room = Integer.MAX_VALUE;
    }

    /** The keys of what was stored; of a dead letter its place. */
    List<String> stored() {
        return List.copyOf(stored);
    }

    @Override
    public CompletableFuture<Void> send(Outgoing<?> record, Origin origin, String source) {
        Runnable event = meanwhile;
        meanwhile = () -> {};
        event.run();
        if (stored.size() >= room) {
            return CompletableFuture.failedFuture(new TimeoutException("30000 ms have passed"));
        }
        boolean isLetter = record.topic() == Topics.DEAD_LETTER;
        stored.add(isLetter ? "dead letter of " + origin : record.key());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
