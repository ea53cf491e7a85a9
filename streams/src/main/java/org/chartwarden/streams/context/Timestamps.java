package org.chartwarden.streams.context;

import org.apache.kafka.streams.processor.TimestampExtractor;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.Moved;

/**
 * The times by which Kafka Streams orders the records of one task.
 *
 * <p>Of all partitions that have records buffered, Streams takes the record with the lowest timestamp next. Context
 * (patients, care) has timestamp 0, so whatever context has arrived is known before any access is judged; accesses go
 * by their own time. Where a context partition has nothing buffered, Streams asks the broker whether it has caught up
 * with it, and waits for what is there ({@code max.task.idle.ms=0}, the default), but not for what may come later: context
 * that is written after the access is too late for it.
 */
public final class Timestamps {

    /** Context comes before every access. */
    public static final TimestampExtractor CONTEXT_FIRST = (record, partitionTime) -> 0;

    /** Accesses go by the time at which they happened. */
    public static final TimestampExtractor EVENT_TIME = (record, partitionTime) ->
            record.value() instanceof AccessEvent access ? EventTime.of(access) : Math.max(0, partitionTime);

    /** What was merged goes by the same two ways. */
    public static final TimestampExtractor MOVED = (record, partitionTime) ->
            record.value() instanceof Moved moved && moved.getAccess() != null ? EventTime.of(moved.getAccess()) : 0;

    private Timestamps() {}
}
