package org.chartwarden.streams.context;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is on record of each patient's care: the newest version of each piece of evidence, a cancelled one too. */
public final class CareStore {

    /** By patient id, a NUL and care id. */
    public static final String STORE = "care";

    private static final Logger LOG = LoggerFactory.getLogger(CareStore.class);
    private static final StringSerializer PREFIX = new StringSerializer();
    private static final char END = '\0';

    private final KeyValueStore<String, CareEvent> store;

    public CareStore(KeyValueStore<String, CareEvent> store) {
        this.store = store;
    }

    /** Everything that is evidence, so nothing that was cancelled. */
    public List<CareEvent> of(String patientId) {
        List<CareEvent> care = all(patientId);
        care.removeIf(event -> event.getStatus() == CareStatus.CANCELLED);
        return care;
    }

    /** Cancelled care too. */
    public List<CareEvent> all(String patientId) {
        List<CareEvent> care = new ArrayList<>();
        try (KeyValueIterator<String, CareEvent> found = store.prefixScan(patientId + END, PREFIX)) {
            while (found.hasNext()) {
                care.add(found.next().value);
            }
        }
        return care;
    }

    /** The newest version of one piece. */
    public Optional<CareEvent> of(String patientId, String careId) {
        return Optional.ofNullable(store.get(key(patientId, careId)));
    }

    /**
     * Keeps the newest version.
     *
     * @return false when nothing changed: it was known as it is, or an older version than the one that is known
     */
    public boolean remember(String patientId, CareEvent care) {
        String key = key(patientId, care.getCareId());
        CareEvent known = store.get(key);
        if (known != null && Versions.isOlder(care.getUpdatedAt(), known.getUpdatedAt())) {
            LOG.debug("Left out: a version of {} that is older than the one on record", care.getCareId());
            return false;
        }
        store.put(key, care);
        return known == null || !says(known).equals(says(care));
    }

    /** That its source touched a record says nothing new. */
    private static CareEvent says(CareEvent care) {
        return CareEvent.newBuilder(care).setUpdatedAt(null).build();
    }

    public void forget(String patientId, CareEvent care) {
        store.delete(key(patientId, care.getCareId()));
    }

    /** Forgets all patients' care that was over before then, as its topic does. What has no time on record stays. */
    public void forgetOver(Instant before) {
        List<String> over = new ArrayList<>();
        try (KeyValueIterator<String, CareEvent> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, CareEvent> next = all.next();
                Instant end = CareTimes.end(next.value);
                if (end != null && end.isBefore(before)) {
                    over.add(next.key);
                }
            }
        }
        over.forEach(store::delete);
    }

    private static String key(String patientId, String careId) {
        return patientId + END + careId;
    }
}
