package org.chartwarden.streams.context;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.chartwarden.model.WatchEntry;

/** Who is on a watch list, as the global store of {@code ehr.watch-list} has it. */
public final class WatchList {

    /** In memory, global. */
    public static final String STORE = "watch-list";

    private static final StringSerializer PREFIX = new StringSerializer();
    private static final char END = '\0';

    private final ReadOnlyKeyValueStore<String, WatchEntry> store;

    public WatchList(ReadOnlyKeyValueStore<String, WatchEntry> store) {
        this.store = store;
    }

    /** Keeps the store. */
    public static IndexKeeper<WatchEntry> keeper() {
        return new IndexKeeper<>(STORE, new Keys(), new Changes());
    }

    /** Why the patient was on a list at that time: codes, each once and sorted; empty when on none. */
    public Set<String> codes(String patientId, Instant time) {
        Set<String> codes = new TreeSet<>();
        try (KeyValueIterator<String, WatchEntry> found = store.prefixScan(prefix(patientId), PREFIX)) {
            while (found.hasNext()) {
                WatchEntry entry = found.next().value;
                // The global thread may have deleted it since the scan began.
                if (entry != null && isActive(entry, time)) {
                    codes.add(entry.getCode());
                }
            }
        }
        return codes;
    }

    private static boolean isActive(WatchEntry entry, Instant time) {
        return (entry.getFrom() == null || !time.isBefore(entry.getFrom()))
                && (entry.getUntil() == null || time.isBefore(entry.getUntil()));
    }

    private static String prefix(String patientId) {
        return "patient" + END + patientId + END;
    }

    /** By its own id, and by its patient. */
    private static final class Keys implements IndexKeeper.Index<WatchEntry> {

        @Override
        public String record(String entryId) {
            return "record" + END + entryId;
        }

        @Override
        public List<String> others(WatchEntry entry) {
            return List.of(prefix(entry.getPatientId()) + entry.getEntryId());
        }

        @Override
        public Instant updatedAt(WatchEntry entry) {
            return entry.getUpdatedAt();
        }
    }
}
