package org.chartwarden.sink.mail.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** When each alert is to be looked at next, so that hundreds of thousands that wait cost nothing while they do. */
final class Agenda {

    private final Map<String, Instant> times = new HashMap<>();
    private final TreeMap<Instant, Set<String>> alerts = new TreeMap<>();
    private Instant last = Instant.MIN;

    /** As soon as possible. */
    void putNow(String alertId) {
        put(alertId, Instant.MIN);
    }

    /** @param time {@link Instant#MAX} for when something is known anew of it */
    void put(String alertId, Instant time) {
        remove(alertId);
        times.put(alertId, time);
        alerts.computeIfAbsent(time, same -> new HashSet<>()).add(alertId);
    }

    void remove(String alertId) {
        Instant time = times.remove(alertId);
        if (time != null) {
            Set<String> same = alerts.get(time);
            same.remove(alertId);
            if (same.isEmpty()) {
                alerts.remove(time);
            }
        }
    }

    /** Everything anew. */
    void putAllNow() {
        alerts.clear();
        times.replaceAll((alertId, time) -> Instant.MIN);
        if (!times.isEmpty()) {
            alerts.put(Instant.MIN, new HashSet<>(times.keySet()));
        }
    }

    /** In the order of their ids. When the clock has been set back, all of them. */
    List<String> until(Instant now) {
        if (now.isBefore(last)) {
            putAllNow();
        }
        last = now;
        List<String> due = new ArrayList<>();
        alerts.headMap(now, true).values().forEach(due::addAll);
        due.sort(null);
        return due;
    }
}
