package org.chartwarden.streams.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.chartwarden.model.AccessEvent;

/**
 * Remembers when each user acted on each patient's record, and whether care on record accounted for it. It tells first
 * accesses from repeats, lets earlier care explain later accesses, and finds the accesses that one which arrives out of
 * order has a bearing on, without a scan.
 */
final class Pairs {

    /** By user, NUL and patient at event time: the entries of that millisecond. Expires by itself. */
    static final String STORE = "pairs";

    private static final Duration JUST_BEFORE = Duration.ofMillis(1);
    private static final String END = "\0";

    private final WindowStore<String, String> store;
    private final Duration reach;

    /** What an access was, as far as other accesses of the same pair depend on it. */
    enum Kind {
        /** The chart was opened, and care on record accounted for it. */
        CARE('c'),
        /** The chart was opened. */
        OPENED('o'),
        /** The chart was opened, by a slip of the hand as long as no other access is near. */
        SLIP('s'),
        /** A search, a refusal, a login. */
        OTHER('x');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private static Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalStateException("the store " + STORE + " holds an entry of unknown kind");
        }
    }

    /** One access of the pair. */
    record Entry(Instant time, Kind kind, String eventId) {}

    /** @param reach how long earlier care goes on to explain, and how far back an access is no first one */
    Pairs(WindowStore<String, String> store, Duration reach) {
        this.store = store;
        this.reach = reach;
    }

    /** Id of the newest access before this one, within the reach, that care on record accounted for. */
    Optional<String> careBefore(String patient, AccessEvent access) {
        return newestBefore(patient, access, entry -> entry.kind() == Kind.CARE).map(Entry::eventId);
    }

    /** The user opened the chart before, within the reach. */
    boolean openedBefore(String patient, AccessEvent access) {
        return newestBefore(patient, access, entry -> entry.kind() != Kind.OTHER)
                .isPresent();
    }

    /** The other entries from one time to another, both included. */
    List<Entry> others(String patient, AccessEvent access, Instant from, Instant to) {
        List<Entry> entries = new ArrayList<>();
        try (WindowStoreIterator<String> found = store.fetch(key(patient, access), from, to)) {
            while (found.hasNext()) {
                KeyValue<Long, String> next = found.next();
                entries.addAll(entries(next.key, next.value));
            }
        }
        entries.removeIf(entry -> entry.eventId().equals(access.getEventId()));
        return entries;
    }

    /** Writes only what is new. */
    void remember(String patient, AccessEvent access, Kind kind) {
        replace(patient, access, Optional.of(kind));
    }

    void forget(String patient, AccessEvent access) {
        replace(patient, access, Optional.empty());
    }

    private void replace(String patient, AccessEvent access, Optional<Kind> kind) {
        String key = key(patient, access);
        long time = access.getTime().toEpochMilli();
        String before = store.fetch(key, time);
        List<Entry> entries = before == null ? new ArrayList<>() : entries(time, before);
        entries.removeIf(entry -> entry.eventId().equals(access.getEventId()));
        kind.ifPresent(is -> entries.add(new Entry(access.getTime(), is, access.getEventId())));
        // In order of their ids, so that nothing depends on the order of arrival.
        entries.sort(Comparator.comparing(Entry::eventId));
        String after = entries.isEmpty() ? null : text(entries);
        if (after == null ? before != null : !after.equals(before)) {
            store.put(key, after, time);
        }
    }

    private Optional<Entry> newestBefore(String patient, AccessEvent access, Predicate<Entry> wanted) {
        Instant time = access.getTime();
        try (WindowStoreIterator<String> newestFirst =
                store.backwardFetch(key(patient, access), time.minus(reach), time.minus(JUST_BEFORE))) {
            while (newestFirst.hasNext()) {
                KeyValue<Long, String> next = newestFirst.next();
                Optional<Entry> found =
                        entries(next.key, next.value).stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    private static String text(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.kind().letter).append(entry.eventId()).append(END);
        }
        return text.toString();
    }

    private static List<Entry> entries(long time, String text) {
        List<Entry> entries = new ArrayList<>();
        for (String entry : text.split(END)) {
            entries.add(new Entry(Instant.ofEpochMilli(time), Kind.of(entry.charAt(0)), entry.substring(1)));
        }
        return entries;
    }

    private static String key(String patient, AccessEvent access) {
        return access.getUserId() + END + patient;
    }
}
