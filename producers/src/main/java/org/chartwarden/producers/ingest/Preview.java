package org.chartwarden.producers.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chartwarden.producers.source.Origin;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RecordOutput;
import org.chartwarden.topic.Topics;

/** Stores nothing, and keeps the first records to be shown to whoever holds their file. Used by one thread. */
public final class Preview implements RecordOutput {

    private final int limit;
    private final List<Shown> first = new ArrayList<>();

    /** A record as it would be sent. */
    public record Shown(Origin origin, Outgoing<?> record) {}

    /** @param limit how many records are kept */
    public Preview(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletableFuture<Void> send(Outgoing<?> record, Origin origin, String source) {
        if (first.size() < limit && record.topic() != Topics.DEAD_LETTER) {
            first.add(new Shown(origin, record));
        }
        return CompletableFuture.completedFuture(null);
    }

    /** The first records that were understood. */
    public List<Shown> first() {
        return List.copyOf(first);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
