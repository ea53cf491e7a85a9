package org.chartwarden.streams.context;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;

/** What is on record of each patient's care. */
public final class CareStore {

    /** By patient id, a NUL and care id. */
    public static final String STORE = "care";

    private static final StringSerializer PREFIX = new StringSerializer();
    private static final char END = '\0';

    private final ReadOnlyKeyValueStore<String, CareEvent> store;

    public CareStore(ReadOnlyKeyValueStore<String, CareEvent> store) {
        this.store = store;
    }

    /** Everything that is evidence, so nothing that was cancelled. */
    public List<CareEvent> of(String patientId) {
        List<CareEvent> care = new ArrayList<>();
        try (KeyValueIterator<String, CareEvent> found = store.prefixScan(patientId + END, PREFIX)) {
            while (found.hasNext()) {
                CareEvent event = found.next().value;
                if (event.getStatus() != CareStatus.CANCELLED) {
                    care.add(event);
                }
            }
        }
        return care;
    }

    /** Keeps the newest version of each piece of evidence, a cancelled one too. */
    public static final class Remember implements Processor<String, CareEvent, Void, Void> {

        private KeyValueStore<String, CareEvent> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, CareEvent> record) {
            store.put(record.key() + END + record.value().getCareId(), record.value());
        }
    }
}
