package org.chartwarden.producers.source;

import java.util.concurrent.CompletableFuture;

/** Where records go. Safe for use by many threads. */
public interface RecordOutput extends AutoCloseable {

    /**
     * Sends a record, and waits only when too many are under way.
     *
     * @param source the source's name, which the topology counts duplicates by
     * @return completed when the record is stored for good; completed exceptionally when it may not be
     * @throws Refusal when the record is larger than its topic allows, so that it can never be stored
     */
    CompletableFuture<Void> send(Outgoing<?> record, Origin origin, String source) throws Refusal;

    @Override
    void close();
}
