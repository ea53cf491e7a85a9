package org.chartwarden.streams.context;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a global store whose records are found by more than their own id: every instance of the topology holds all of
 * them in memory and builds the store anew from the topic at each start. That goes through this processor too, since
 * Kafka 3.8 (KAFKA-7663); before, Streams copied the topic into the store as it was, and the indexes were missing after
 * a restart.
 *
 * <p>Nothing is kept in fields, because Streams rebuilds with one instance and goes on with another.
 */
public final class IndexKeeper<V> implements Processor<String, V, Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final String name;
    private final Index<V> index;
    private final Changes changes;
    private KeyValueStore<String, V> store;
    private ProcessorContext<Void, Void> context;

    /**
     * @param store the name of the store
     * @param changes told of each
     */
    public IndexKeeper(String store, Index<V> index, Changes changes) {
        this.name = store;
        this.index = index;
        this.changes = changes;
    }

    /** What is known of the records' kind. */
    public interface Index<V> {

        /** The key under which the newest version of a record stands by its own id. */
        String record(String id);

        /** The keys under which it is found besides. */
        List<String> others(V value);

        /** When the record's source changed it; null when not told. */
        Instant updatedAt(V value);
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        this.store = context.getStateStore(name);
    }

    @Override
    public void process(Record<String, V> record) {
        String key = index.record(record.key());
        V earlier = store.get(key);
        V now = record.value();
        if (earlier != null && now != null && Versions.isOlder(index.updatedAt(now), index.updatedAt(earlier))) {
            context.recordMetadata()
                    .ifPresent(at -> LOG.debug(
                            "Left out: {}, partition {}, offset {} is older than the version on record",
                            at.topic(),
                            at.partition(),
                            at.offset()));
            return;
        }
        forget(key, earlier);
        if (now != null) {
            store.put(key, now);
            index.others(now).forEach(other -> store.put(other, now));
        }
        changes.add();
    }

    /** The earlier version of a record may have named somebody else. */
    private void forget(String key, V earlier) {
        if (earlier != null) {
            store.delete(key);
            index.others(earlier).forEach(store::delete);
        }
    }
}
