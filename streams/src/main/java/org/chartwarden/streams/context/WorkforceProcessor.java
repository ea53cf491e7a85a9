package org.chartwarden.streams.context;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.WorkforceMember;

/**
 * Keeps the workforce store: every instance of the topology holds all staff in memory and builds it anew from the topic
 * at each start. That goes through this processor too, since Kafka 3.8 (KAFKA-7663); before, Streams copied the topic
 * into the store as it was, and the indexes were missing after a restart.
 *
 * <p>Nothing is kept in fields, because Streams rebuilds with one instance and goes on with another.
 */
public final class WorkforceProcessor implements Processor<String, WorkforceMember, Void, Void> {

    private KeyValueStore<String, WorkforceMember> store;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(Workforce.STORE);
    }

    @Override
    public void process(Record<String, WorkforceMember> record) {
        forget(store.get(WorkforceKeys.record(record.key())));
        if (record.value() != null) {
            remember(record.value());
        }
    }

    /** The earlier version of a record may have named another user or patient. */
    private void forget(WorkforceMember earlier) {
        if (earlier == null) {
            return;
        }
        store.delete(WorkforceKeys.record(earlier.getRecordId()));
        store.delete(WorkforceKeys.user(earlier));
        if (earlier.getPatientId() != null) {
            store.delete(WorkforceKeys.patient(earlier));
        }
    }

    private void remember(WorkforceMember member) {
        store.put(WorkforceKeys.record(member.getRecordId()), member);
        store.put(WorkforceKeys.user(member), member);
        if (member.getPatientId() != null) {
            store.put(WorkforceKeys.patient(member), member);
        }
    }
}
