package org.chartwarden.sink.chain.verify;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.chartwarden.model.LeafKind;

/**
 * A document that is not as it was sealed.
 *
 * @param id as Elasticsearch has it
 * @param time its @timestamp
 * @param link number of the link that says so; 0 where none does
 * @param why what the chain says, in words
 */
public record Finding(Wrong wrong, LeafKind kind, String id, Instant time, long link, String why) {

    /** The earliest first. */
    static final Comparator<Finding> BY_TIME = Comparator.comparing(Finding::time)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::id)
            .thenComparing(Finding::why);

    /** What was done to it. */
    public enum Wrong {
        CHANGED,
        REMOVED,
        ADDED
    }

    @Override
    public String toString() {
        return wrong + " " + kind.name().toLowerCase(Locale.ROOT) + " " + id + " of " + time + ": " + why
                + (link > 0 ? " (link " + link + ")" : "");
    }
}
