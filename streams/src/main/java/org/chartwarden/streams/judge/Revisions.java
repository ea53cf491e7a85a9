package org.chartwarden.streams.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartwarden.model.Alert;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.streams.state.AlertState;
import org.chartwarden.streams.state.Observation;

/**
 * The alerts of one subject while one fact is taken in. However often an alert changes meanwhile, it is revised once, and
 * not at all when it tells the same in the end.
 */
final class Revisions {

    private final AlertStore store;
    private final String key;
    private final Instant now;
    private final Map<String, AlertState> before = new LinkedHashMap<>();
    private final Map<String, AlertState> after = new LinkedHashMap<>();
    private final List<Fallen> fallen = new ArrayList<>();

    /**
     * An access on which a rule that had fired does not fire any more.
     *
     * @param because what was learned, in plain words
     */
    record Fallen(Observation access, List<String> because) {}

    /** @param now by the topology's clock */
    Revisions(AlertStore store, String key, Instant now) {
        this.store = store;
        this.key = key;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** As it stands now; null when there is none. */
    AlertState get(String alertId) {
        if (!after.containsKey(alertId)) {
            know(store.get(key, alertId), alertId);
        }
        return after.get(alertId);
    }

    /** All alerts of the subject as they stand now. */
    List<AlertState> all() {
        for (AlertState state : store.all(key)) {
            if (!after.containsKey(state.getAlertId())) {
                know(state, state.getAlertId());
            }
        }
        return after.values().stream().filter(state -> state != null).toList();
    }

    void put(AlertState state) {
        after.put(state.getAlertId(), state);
    }

    void fell(Observation access, List<String> because) {
        fallen.add(new Fallen(access, because));
    }

    /** Those since the last call. */
    List<Fallen> takeFallen() {
        List<Fallen> taken = List.copyOf(fallen);
        fallen.clear();
        return taken;
    }

    /** The alert needs a grace of its own: it is new, or was explained before this fact. */
    boolean begins(String alertId) {
        AlertState state = before.get(alertId);
        return state == null || PublishedAlert.status(state) == AlertStatus.EXPLAINED;
    }

    /** Keeps what changed, and gives the alerts that tell something new. */
    List<Alert> finish(Transitions transitions) {
        List<Alert> revised = new ArrayList<>();
        after.forEach((alertId, state) -> {
            AlertState earlier = before.get(alertId);
            if (state == null || state.equals(earlier)) {
                return;
            }
            if (earlier != null && PublishedAlert.of(earlier).equals(PublishedAlert.of(state))) {
                store.put(key, state, now);
                return;
            }
            AlertState next = AlertStates.revised(state, state.getRevision() + 1, now);
            store.put(key, next, now);
            revised.add(PublishedAlert.of(next));
            transitions.revised(earlier == null ? null : PublishedAlert.status(earlier), PublishedAlert.status(next));
        });
        return revised;
    }

    private void know(AlertState state, String alertId) {
        before.put(alertId, state);
        after.put(alertId, state);
    }
}
