package org.chartwarden.reports.picture;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The rows of a timeline: as many as fit on a page, so one a day for a month at most, then one a week, a month, and so
 * on.
 *
 * @param span what one row spans
 * @param first the first day of the first row
 * @param count how many there are, 1 or more
 */
record TimelineRows(RowSpan span, LocalDate first, int count) {

    private static final int MOST = 31;

    /** Rows that hold both days. */
    static TimelineRows between(LocalDate first, LocalDate last) {
        return Arrays.stream(RowSpan.values())
                .map(span -> of(span, first, last))
                .filter(rows -> rows.count() <= MOST)
                .findFirst()
                .orElseGet(() -> of(RowSpan.CENTURY, first, last)); // of a clock that was far out
    }

    private static TimelineRows of(RowSpan span, LocalDate first, LocalDate last) {
        LocalDate begin = span.begin(first);
        return new TimelineRows(span, begin, Math.toIntExact(span.unit().between(begin, last)) + 1);
    }

    int rowOf(LocalDate day) {
        return Math.toIntExact(span.unit().between(first, day));
    }

    /** How a row is called: by its day, or by the first of its days. */
    String nameOf(int row) {
        return span.name(first.plus(row, span.unit()));
    }
}
