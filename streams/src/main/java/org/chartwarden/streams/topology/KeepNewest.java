package org.chartwarden.streams.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps a global store as its compacted topic has it. */
final class KeepNewest<V> implements Processor<String, V, Void, Void> {

    private final String name;
    private KeyValueStore<String, V> store;

    KeepNewest(String store) {
        this.name = store;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(name);
    }

    @Override
    public void process(Record<String, V> record) {
        store.put(record.key(), record.value());
    }
}
