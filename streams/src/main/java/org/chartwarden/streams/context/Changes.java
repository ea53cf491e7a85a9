package org.chartwarden.streams.context;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the changes of a global store, so that what was made of its records is known to be out of date. */
public final class Changes {

    private final AtomicLong count = new AtomicLong();

    /** To be called after the store was changed: who read it before takes the count from before. */
    void add() {
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }
}
