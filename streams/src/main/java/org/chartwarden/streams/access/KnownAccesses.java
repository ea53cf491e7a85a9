package org.chartwarden.streams.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.ExplainedAccess;

/**
 * The accesses of the horizon, as they were explained last: to recognise those that come again, and to explain them anew
 * when more becomes known.
 *
 * <p>The same act has the same id, but not quite the same time: IHE's client and server both record it, each by its own
 * clock. So the lookup spans {@link #CLOCK_DIFFERENCE} to both sides.
 */
final class KnownAccesses {

    /** By patient (empty where there is none), NUL and event id, at event time. Expires by itself. */
    static final String STORE = "known-accesses";

    /** How far the clocks of two systems that record the same act may be apart. */
    static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(15);

    private static final Comparator<ExplainedAccess> BY_TIME = Comparator.comparing(
                    (ExplainedAccess known) -> known.getAccess().getTime())
            .thenComparing(known -> known.getAccess().getEventId());

    private static final char END = '\0';
    private static final char AFTER_END = '\1';

    private final WindowStore<String, ExplainedAccess> store;

    KnownAccesses(WindowStore<String, ExplainedAccess> store) {
        this.store = store;
    }

    /** The same act, from whichever system. */
    Optional<ExplainedAccess> same(String patient, AccessEvent access) {
        Instant time = access.getTime();
        try (WindowStoreIterator<ExplainedAccess> found = store.fetch(
                key(patient, access.getEventId()),
                millis(time.minus(CLOCK_DIFFERENCE)),
                millis(time.plus(CLOCK_DIFFERENCE)))) {
            return found.hasNext() ? Optional.of(found.next().value) : Optional.empty();
        }
    }

    Optional<ExplainedAccess> of(String patient, String eventId, Instant time) {
        return Optional.ofNullable(store.fetch(key(patient, eventId), time.toEpochMilli()));
    }

    /** All accesses to a patient's record since then, in order of time. */
    List<ExplainedAccess> of(String patient, Instant since, Instant until) {
        List<ExplainedAccess> known = new ArrayList<>();
        String prefix = patient + END;
        try (KeyValueIterator<Windowed<String>, ExplainedAccess> found =
                store.fetch(prefix, patient + AFTER_END, millis(since), millis(until))) {
            while (found.hasNext()) {
                KeyValue<Windowed<String>, ExplainedAccess> next = found.next();
                if (next.key.key().startsWith(prefix)) {
                    known.add(next.value);
                }
            }
        }
        known.sort(BY_TIME);
        return known;
    }

    void remember(String patient, ExplainedAccess explained) {
        put(patient, explained.getAccess(), explained);
    }

    void forget(String patient, AccessEvent access) {
        put(patient, access, null);
    }

    private void put(String patient, AccessEvent access, ExplainedAccess value) {
        store.put(key(patient, access.getEventId()), value, access.getTime().toEpochMilli());
    }

    /** Numbers, since the store makes an error's text of every {@link Instant}, in case that it is needed. */
    private static long millis(Instant time) {
        return time.toEpochMilli();
    }

    private static String key(String patient, String eventId) {
        return patient + END + eventId;
    }
}
