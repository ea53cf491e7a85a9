package org.chartwarden.streams.decision;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.Alert;
import org.chartwarden.streams.state.AlertOwner;

/** Remembers of each alert where it lives, so that a decision finds it by the alert's id alone. */
public final class RememberOwner implements Processor<String, Alert, Void, Void> {

    /** By alert id: {@link AlertOwner}. */
    public static final String STORE = "alert-owners";

    private KeyValueStore<String, AlertOwner> store;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Alert> record) {
        if (record.value() != null) {
            store.putIfAbsent(record.key(), owner(record.value()));
        }
    }

    private static AlertOwner owner(Alert alert) {
        return AlertOwner.newBuilder()
                .setSubject(alert.getSubject().name())
                .setKey(keyOf(alert))
                .setUserId(alert.getUserId())
                .setPatientId(alert.getPatientId())
                .build();
    }

    /** A user's story without a user is that of a nameless access alone. */
    private static String keyOf(Alert alert) {
        return switch (alert.getSubject()) {
            case USER ->
                alert.getUserId() != null
                        ? alert.getUserId()
                        : alert.getEventIds().get(0);
            case PATIENT -> alert.getPatientId();
        };
    }
}
