package org.chartwarden.streams.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.streams.decision.RememberOwner;
import org.chartwarden.streams.state.AlertState;

/**
 * The alerts of one task in its stores. An alert can be revised and decided until it has been at rest for
 * {@link #RETENTION}; then it is forgotten here, though it stays in its topic and in Elasticsearch.
 */
final class KeptAlerts implements AlertStore {

    /** A day longer than a decision may take, so that an accepted one finds its alert. */
    static final Duration RETENTION = RememberOwner.DECIDABLE.plusDays(1);

    private static final StringSerializer PREFIX = new StringSerializer();
    private static final char END = '\0';

    private final KeyValueStore<String, AlertState> alerts;
    private final Agenda agenda;

    KeptAlerts(ProcessingContext context, JudgeStores stores) {
        this.alerts = context.getStateStore(stores.alerts());
        this.agenda = new Agenda(context.getStateStore(stores.agenda()));
    }

    @Override
    public AlertState get(String key, String alertId) {
        return alerts.get(key + END + alertId);
    }

    @Override
    public Collection<AlertState> all(String key) {
        List<AlertState> all = new ArrayList<>();
        try (KeyValueIterator<String, AlertState> found = alerts.prefixScan(key + END, PREFIX)) {
            found.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }

    @Override
    public void put(String key, AlertState state, Instant now) {
        String what = key + END + state.getAlertId();
        if (isProvisional(state)) {
            agenda.add(state.getProvisionalUntil(), what);
        } else if (state.getRevision() == 1) {
            agenda.add(now.plus(RETENTION), what);
        }
        alerts.put(what, state);
    }

    /**
     * Looks at what is due.
     *
     * @param open is given the key and the id of each alert whose grace has passed
     */
    void lookAtDue(Instant now, BiConsumer<String, String> open) {
        for (String what : agenda.takeDue(now)) {
            AlertState state = alerts.get(what);
            if (state == null) {
                continue;
            }
            if (isProvisional(state)) {
                openIfDue(what, state, now, open);
            } else {
                forgetIfOld(what, state, now);
            }
        }
    }

    private void openIfDue(String what, AlertState state, Instant now, BiConsumer<String, String> open) {
        // An alert that was explained and came back has a later entry of its own.
        if (!state.getProvisionalUntil().isAfter(now)) {
            agenda.add(now.plus(RETENTION), what);
            open.accept(what.substring(0, what.lastIndexOf(END)), state.getAlertId());
        }
    }

    private void forgetIfOld(String what, AlertState state, Instant now) {
        Instant until = state.getChangedAt().plus(RETENTION);
        if (until.isAfter(now)) {
            agenda.add(until, what);
        } else {
            alerts.delete(what);
        }
    }

    private static boolean isProvisional(AlertState state) {
        return PublishedAlert.status(state) == AlertStatus.PROVISIONAL;
    }
}
