package org.chartwarden.streams.context;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.CareEvent;
import org.chartwarden.model.CareStatus;

/** What is on record of each patient's care: what the versions of each piece of evidence say together, a cancelled one too. */
public final class CareStore {

    /** By patient id, a NUL and care id. */
    public static final String STORE = "care";

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

    /**
     * Keeps the newest version, and what partial ones add to each other.
     *
     * @return false when nothing changed: all of it was known, or it is older than what is known and adds nothing
     */
    public boolean remember(String patientId, CareEvent care) {
        CareEvent known = store.get(key(patientId, care.getCareId()));
        return keep(patientId, care, known, isOlder(care, known));
    }

    /**
     * The same with care of a record that was merged into this one. Where the sources do not tell which version is newer,
     * what this patient's own record was told wins, whichever came first: the source had merged it already.
     */
    public boolean receive(String patientId, CareEvent care) {
        CareEvent known = store.get(key(patientId, care.getCareId()));
        boolean isOwn = known != null && known.getPatientId().equals(patientId);
        return keep(patientId, care, known, isOwn ? !isOlder(known, care) : isOlder(care, known));
    }

    private static boolean isOlder(CareEvent care, CareEvent known) {
        return known != null && Versions.isOlder(care.getUpdatedAt(), known.getUpdatedAt());
    }

    /** @param known null when there is none */
    private boolean keep(String patientId, CareEvent care, CareEvent known, boolean isKnownNewer) {
        CareEvent newest = isKnownNewer ? known : care;
        CareEvent other = isKnownNewer || known == null ? care : known;
        CareEvent now = CareVersions.together(newest, other);
        store.put(key(patientId, care.getCareId()), now);
        return known == null || !says(known).equals(says(now));
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
