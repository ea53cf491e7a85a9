package org.chartwarden.streams.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.chartwarden.model.AccessEvent;

/**
 * Remembers which user opened which patient's record when care on record explained it. It expires by itself, and is
 * written at most once an hour for a pair, since an hour more or less makes no difference over weeks.
 */
final class EarlierCare {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final char END = '\0';

    private final WindowStore<String, String> pairs;
    private final Duration reach;

    /**
     * @param pairs by user, NUL and patient: the event id, at its event time
     * @param reach how long earlier care goes on to explain
     */
    EarlierCare(WindowStore<String, String> pairs, Duration reach) {
        this.pairs = pairs;
        this.reach = reach;
    }

    /** Id of the newest access before this one, within the reach. */
    Optional<String> before(AccessEvent access) {
        return newestSince(access, reach);
    }

    /** This access was explained by care on record. */
    void remember(AccessEvent access) {
        if (newestSince(access, FRESH).isEmpty()) {
            pairs.put(key(access), access.getEventId(), access.getTime().toEpochMilli());
        }
    }

    private Optional<String> newestSince(AccessEvent access, Duration back) {
        Instant time = access.getTime();
        try (WindowStoreIterator<String> newestFirst = pairs.backwardFetch(key(access), time.minus(back), time)) {
            return newestFirst.hasNext() ? Optional.of(newestFirst.next().value) : Optional.empty();
        }
    }

    private static String key(AccessEvent access) {
        return access.getUserId() + END + access.getPatientId();
    }
}
