package org.chartwarden.streams.context;

import java.time.Instant;

/** Which of two versions of one record counts. */
public final class Versions {

    private Versions() {}

    /**
     * The version that arrives is older than the one that is known, so that it must not replace it. Where the source does
     * not tell both times, or they are equal, the later arrival counts: false.
     *
     * @param arriving when its source changed it; null when not told
     * @param known the same of the version on record
     */
    public static boolean isOlder(Instant arriving, Instant known) {
        return arriving != null && known != null && arriving.isBefore(known);
    }
}
