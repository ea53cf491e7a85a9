package org.chartwarden.reports.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwarden.reports.Words;
import org.chartwarden.reports.picture.Svg.Anchor;

/**
 * Counts a day as columns beside each other, each cut into up to three parts; a week, a month or a year when there are
 * more days than columns.
 */
public final class DayColumns {

    private static final double LEFT = 44;
    private static final double RIGHT = 8;
    private static final double TOP = 26;
    private static final double HEIGHT = 130;
    private static final double BOTTOM = 22;
    private static final double WIDTH = Look.WIDTH - LEFT - RIGHT;
    private static final int NAME_PIXELS = 86;
    private static final double WIDEST = 40;

    private final TimelineRows rows;
    private final long[][] counts;
    private final CountAxis axis;
    private final double step;
    private final Svg svg;

    private DayColumns(
            LocalDate first, LocalDate last, int parts, Map<LocalDate, List<Long>> days, String description) {
        this.rows = TimelineRows.between(first, last);
        this.counts = new long[rows.count()][parts];
        days.forEach(this::add);
        long largest = 1;
        for (long[] column : counts) {
            largest = Math.max(largest, total(column));
        }
        this.axis = CountAxis.upTo(largest);
        this.step = WIDTH / rows.count();
        this.svg = new Svg(Look.WIDTH, TOP + HEIGHT + BOTTOM, description);
    }

    private void add(LocalDate day, List<Long> parts) {
        for (int part = 0; part < parts.size(); part++) {
            counts[rows.rowOf(day)][part] += parts.get(part);
        }
    }

    private static long total(long[] column) {
        long total = 0;
        for (long count : column) {
            total += count;
        }
        return total;
    }

    /**
     * The picture as SVG, 680 by 178 pixels.
     *
     * @param parts names of the one to three parts
     * @param days a count a part, by day; a day may be left out; none gives a picture that says so
     * @param description what it shows, for whoever cannot see it
     */
    public static String draw(List<String> parts, Map<LocalDate, List<Long>> days, String description) {
        List<String> names = Parts.checked(parts);
        if (days.isEmpty()) {
            return Nothing.draw("Nothing to count");
        }
        TreeMap<LocalDate, List<Long>> ordered = new TreeMap<>(days);
        return new DayColumns(ordered.firstKey(), ordered.lastKey(), names.size(), ordered, description).draw(names);
    }

    private String draw(List<String> parts) {
        Parts.legend(svg, LEFT, parts);
        svg.text(
                Look.WIDTH - RIGHT,
                13,
                Anchor.END,
                Look.QUIET_WORDS,
                "one column: " + rows.span().words());
        for (long tick : axis.ticks()) {
            svg.line(LEFT, y(tick), LEFT + WIDTH, y(tick), Look.GRID)
                    .text(LEFT - 5, y(tick) + 3.5, Anchor.END, Look.QUIET_WORDS, Words.number(tick));
        }
        for (int column = 0; column < counts.length; column++) {
            column(column);
        }
        svg.rectangle(LEFT, TOP, WIDTH, HEIGHT, Look.FRAME);
        names();
        return svg.close();
    }

    private void column(int column) {
        double width = Math.min(WIDEST, step * 0.7);
        double x = middle(column) - width / 2;
        long begin = 0;
        for (int part = 0; part < counts[column].length; part++) {
            long end = begin + counts[column][part];
            if (end > begin) {
                svg.rectangle(x, y(end), width, y(begin) - y(end), Parts.style(part));
            }
            begin = end;
        }
    }

    private void names() {
        int every = Math.max(1, (int) Math.ceil(NAME_PIXELS / step));
        for (int column = 0; column < counts.length; column += every) {
            double x = Math.min(middle(column), Look.WIDTH - NAME_PIXELS / 2.0);
            svg.line(middle(column), TOP + HEIGHT, middle(column), TOP + HEIGHT + 3, Look.FRAME)
                    .text(x, TOP + HEIGHT + 14, Anchor.MIDDLE, Look.QUIET_WORDS, rows.nameOf(column));
        }
    }

    private double middle(int column) {
        return LEFT + (column + 0.5) * step;
    }

    private double y(long count) {
        return TOP + HEIGHT - HEIGHT * count / axis.end();
    }
}
