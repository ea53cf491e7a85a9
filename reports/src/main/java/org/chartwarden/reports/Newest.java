package org.chartwarden.reports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.chartwarden.reports.pdf.Table;

/** The last few of many, and how many there were: as many as a table shows, and one, so that it tells of the rest. */
public final class Newest<T> {

    private final Deque<T> kept = new ArrayDeque<>();
    private long count;

    /** Has to come in the order of time. */
    public void add(T item) {
        kept.addLast(item);
        count++;
        if (kept.size() > Table.MOST_ROWS) {
            kept.removeFirst();
        }
    }

    /** Of all, also of those that are not kept. */
    public long count() {
        return count;
    }

    /** The newest one first. */
    public List<T> newestFirst() {
        List<T> items = new ArrayList<>(kept);
        Collections.reverse(items);
        return items;
    }

    /** A sentence on what is not kept; empty when all is. */
    public String remark() {
        return count <= kept.size()
                ? ""
                : String.format(Locale.ROOT, "These are the newest %,d of %,d.", kept.size(), count);
    }
}
