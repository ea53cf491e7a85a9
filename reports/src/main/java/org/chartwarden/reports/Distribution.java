package org.chartwarden.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Numbers, for what is usual among them. */
public final class Distribution {

    private final List<Long> values = new ArrayList<>();
    private boolean sorted;

    public void add(long value) {
        values.add(value);
        sorted = false;
    }

    public int count() {
        return values.size();
    }

    /**
     * The nearest-rank percentile: the smallest value that at least this share of all values does not exceed.
     *
     * @param percent above 0, at most 100; the median is 50
     * @return empty when there are no values
     */
    public OptionalLong percentile(int percent) {
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!sorted) {
            Collections.sort(values);
            sorted = true;
        }
        int rank = (int) Math.ceil(percent / 100.0 * values.size());
        return OptionalLong.of(values.get(rank - 1));
    }
}
