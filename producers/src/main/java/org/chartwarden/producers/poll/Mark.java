package org.chartwarden.producers.poll;

import java.time.Instant;
import java.util.Map;

/**
 * How far the poll of one type has come.
 *
 * @param since everything that changed before is stored
 * @param seen what is stored of the time around and after it: the version's key, and when it changed
 */
record Mark(Instant since, Map<String, Instant> seen) {

    Mark {
        seen = Map.copyOf(seen);
    }
}
