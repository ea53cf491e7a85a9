package org.chartwarden.streams.context;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.Patient;

/**
 * The newest version of each patient.
 *
 * <p>Not a KTable over its source topic as changelog: that is restored byte by byte without being read, so a record that
 * was dead-lettered as unreadable would be in the store after a restart, and fail every access to that patient.
 */
public final class PatientStore {

    /** By patient id. */
    public static final String STORE = "patients";

    private PatientStore() {}

    /** Keeps the newest version; a tombstone removes the patient. */
    public static final class Remember implements Processor<String, Patient, Void, Void> {

        private KeyValueStore<String, Patient> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, Patient> record) {
            store.put(record.key(), record.value());
        }
    }
}
