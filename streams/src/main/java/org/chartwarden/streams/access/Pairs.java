package org.chartwarden.streams.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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

    /** By user, NUL and patient at the begin of a {@link #SPAN}: the entries of that time. Expires by itself. */
    static final String STORE = "pair-spans";

    /**
     * Entries that are so near are written together: whoever opens a chart acts on it several times in some minutes, and
     * what is not committed yet is written once. No longer, since a machine may act on one record each second.
     */
    static final Duration SPAN = Duration.ofMinutes(5);

    private static final String END = "\0";
    private static final char BEHIND_TIME = ' ';
    private static final int DIGITS = 36;

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

    /**
     * What the pair's other accesses tell of one.
     *
     * @param careBefore id of the newest access before it, within the reach, that care on record accounted for
     * @param openedBefore the user opened the chart before it, within the reach
     * @param near the others from {@code near} before it on, in order of time
     */
    record Around(Optional<String> careBefore, boolean openedBefore, List<Entry> near) {

        static final Around NOTHING = new Around(Optional.empty(), false, List.of());
    }

    /**
     * Looks at the other accesses of the pair once for everything: each look is a search in several segments on disk. The
     * newest come first, so that a pair which meets often is not read to its begin.
     *
     * @param near how far before the access others are told
     * @param until to when others are told
     */
    Around around(String patient, AccessEvent access, Duration near, Instant until) {
        Instant from = access.getTime().minus(reach);
        long nearFrom = access.getTime().minus(near).toEpochMilli();
        Seen seen = new Seen(access, from, access.getTime().minus(near), until);
        try (WindowStoreIterator<String> newestFirst =
                store.backwardFetch(key(patient, access), begin(from), until.toEpochMilli())) {
            while (newestFirst.hasNext()) {
                KeyValue<Long, String> next = newestFirst.next();
                if (next.key + SPAN.toMillis() <= nearFrom && seen.care.isPresent()) {
                    break;
                }
                seen.newestFirst(entries(next.key, next.value));
            }
        }
        return seen.around();
    }

    /** Collects what is told, while the newest entries come first. */
    private static final class Seen {

        private final AccessEvent access;
        private final Instant from;
        private final Instant nearFrom;
        private final Instant until;
        private final Deque<Entry> near = new ArrayDeque<>();
        private Optional<String> care = Optional.empty();
        private Instant careAt = Instant.MIN;
        private boolean isOpened;

        Seen(AccessEvent access, Instant from, Instant nearFrom, Instant until) {
            this.access = access;
            this.from = from;
            this.nearFrom = nearFrom;
            this.until = until;
        }

        /** @param entries of one span, in order of time and id */
        void newestFirst(List<Entry> entries) {
            for (int index = entries.size() - 1; index >= 0; index--) {
                Entry entry = entries.get(index);
                if (entry.time().isBefore(from) || entry.time().isAfter(until)) {
                    continue;
                }
                if (entry.time().isBefore(access.getTime())) {
                    before(entry);
                }
                if (!entry.time().isBefore(nearFrom) && !entry.eventId().equals(access.getEventId())) {
                    near.addFirst(entry);
                }
            }
        }

        /** Of those at the same time, the one with the lowest id tells. */
        private void before(Entry entry) {
            isOpened |= entry.kind() != Kind.OTHER;
            if (entry.kind() == Kind.CARE && (care.isEmpty() || entry.time().equals(careAt))) {
                care = Optional.of(entry.eventId());
                careAt = entry.time();
            }
        }

        Around around() {
            return new Around(care, isOpened, List.copyOf(near));
        }
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
        long begin = begin(access.getTime());
        String before = store.fetch(key, begin);
        List<Entry> entries = before == null ? new ArrayList<>() : entries(begin, before);
        entries.removeIf(entry -> entry.eventId().equals(access.getEventId()));
        kind.ifPresent(is -> entries.add(new Entry(access.getTime(), is, access.getEventId())));
        // Nothing depends on the order of arrival.
        entries.sort(Comparator.comparing(Entry::time).thenComparing(Entry::eventId));
        String after = entries.isEmpty() ? null : text(begin, entries);
        if (after == null ? before != null : !after.equals(before)) {
            store.put(key, after, begin);
        }
    }

    private static long begin(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), SPAN.toMillis()) * SPAN.toMillis();
    }

    /** Each as its kind, how much later than the span's begin it is, and its id. */
    private static String text(long begin, List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.kind().letter)
                    .append(Long.toString(entry.time().toEpochMilli() - begin, DIGITS))
                    .append(BEHIND_TIME)
                    .append(entry.eventId())
                    .append(END);
        }
        return text.toString();
    }

    private static List<Entry> entries(long begin, String text) {
        List<Entry> entries = new ArrayList<>();
        for (String entry : text.split(END)) { // one character: no regular expression
            int end = entry.indexOf(BEHIND_TIME);
            long later = Long.parseLong(entry, 1, end, DIGITS);
            entries.add(
                    new Entry(Instant.ofEpochMilli(begin + later), Kind.of(entry.charAt(0)), entry.substring(end + 1)));
        }
        return entries;
    }

    private static String key(String patient, AccessEvent access) {
        return access.getUserId() + END + patient;
    }
}
