package org.chartwarden.sink.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is done with the records of a {@link BatchLoop}. Called on one thread at a time. May take as long as it must, and
 * may throw {@link java.util.concurrent.CancellationException} out of its {@link Patience}.
 */
public interface BatchHandler {

    /** Called after each assignment of partitions, before the first batch: others may have worked on them since. */
    void prepare(Patience patience) throws InterruptedException;

    /**
     * Returns when every record is stored elsewhere for good: only then are their offsets committed. What is not
     * committed comes again, so doing it twice must do no harm.
     */
    void handle(List<ConsumerRecord<String, byte[]>> batch, Patience patience) throws InterruptedException;

    /**
     * Called about once a second while partitions are assigned, after the batch if there is one: for work that the time
     * brings. Nothing is committed after it. As with a batch, the group goes on while it takes its time.
     */
    default void tick(Patience patience) throws InterruptedException {}
}
