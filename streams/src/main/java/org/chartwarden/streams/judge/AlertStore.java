package org.chartwarden.streams.judge;

import java.time.Instant;
import java.util.Collection;
import org.chartwarden.streams.state.AlertState;

/** Where alerts are kept, by subject and alert. */
interface AlertStore {

    /** Null when there is none. */
    AlertState get(String key, String alertId);

    /** All alerts of one subject. */
    Collection<AlertState> all(String key);

    /**
     * Keeps it.
     *
     * @param now by the topology's clock
     */
    void put(String key, AlertState state, Instant now);
}
