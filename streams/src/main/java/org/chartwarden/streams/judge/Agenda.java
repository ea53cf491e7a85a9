package org.chartwarden.streams.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** When to look at which alert again, by the topology's clock. What is due is found without looking at all alerts. */
final class Agenda {

    private static final char END = '\0';
    private static final String NOTHING = "";

    private final KeyValueStore<String, String> store;

    Agenda(KeyValueStore<String, String> store) {
        this.store = store;
    }

    void add(Instant at, String what) {
        store.putIfAbsent(prefix(at) + END + what, NOTHING);
    }

    /** Takes what is due off the agenda, the earliest first. */
    List<String> takeDue(Instant now) {
        List<String> entries = new ArrayList<>();
        try (KeyValueIterator<String, String> due = store.range(null, prefix(now.plusMillis(1)))) {
            due.forEachRemaining(entry -> entries.add(entry.key));
        }
        entries.forEach(store::delete);
        return entries.stream()
                .map(entry -> entry.substring(entry.indexOf(END) + 1))
                .toList();
    }

    /** So that the order of the bytes is the order of time. */
    private static String prefix(Instant time) {
        return "%019d".formatted(time.toEpochMilli());
    }
}
