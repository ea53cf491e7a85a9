package org.chartwarden.streams.decision;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.Alert;
import org.chartwarden.streams.state.AlertOwner;

/**
 * Remembers of each alert where it lives, so that a decision finds it by the alert's id alone. {@link RuleOnDisposition}
 * forgets what can be decided no more.
 */
public final class RememberOwner implements Processor<String, Alert, Void, Void> {

    /** By alert id: {@link AlertOwner}. */
    public static final String STORE = "alert-owners";

    /** How long after its newest revision an alert can be decided. */
    public static final Duration DECIDABLE = Duration.ofDays(400);

    private ProcessorContext<Void, Void> context;
    private KeyValueStore<String, AlertOwner> store;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Alert> record) {
        if (record.value() != null) {
            store.put(record.key(), owner(store.get(record.key()), record.value()));
        }
    }

    /** An alert lives where it began, however it is revised. */
    private AlertOwner owner(AlertOwner known, Alert alert) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        if (known != null) {
            return AlertOwner.newBuilder(known).setHeardAt(now).build();
        }
        return AlertOwner.newBuilder()
                .setSubject(alert.getSubject().name())
                .setKey(keyOf(alert))
                .setUserId(alert.getUserId())
                .setPatientId(alert.getPatientId())
                .setHeardAt(now)
                .build();
    }

    static boolean isDecidable(AlertOwner owner, Instant now) {
        return owner.getHeardAt().plus(DECIDABLE).isAfter(now);
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
