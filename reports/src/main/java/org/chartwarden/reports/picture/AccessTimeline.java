package org.chartwarden.reports.picture;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chartwarden.reports.picture.AccessMark.Kind;
import org.chartwarden.reports.picture.Svg.Anchor;

/**
 * When the accesses of a story happened: days down, the hours of the day across, nights shaded. Each kind of access has
 * a colour, a shape and a lane of its own in the row. Accesses of one kind that lie within the same twenty minutes are
 * one mark, the larger the more they are, so that thousands are as readable as ten. The number of a row's accesses
 * stands at its end.
 */
public final class AccessTimeline {

    private static final double LEFT = 86;
    private static final double RIGHT = 44;
    private static final double TOP = 44;
    private static final double BOTTOM = 8;
    private static final double ROW = 16;
    private static final int BIN_MINUTES = 20;
    private static final int NIGHT_ENDS = 6;
    private static final int NIGHT_BEGINS = 22;
    private static final int HOURS = 24;
    private static final double HOUR = (Look.WIDTH - LEFT - RIGHT) / HOURS;

    /** One mark: where it is, and of which kind. Ordered so that the same accesses always give the same picture. */
    private record Bin(int row, int minutes, Kind kind) implements Comparable<Bin> {

        @Override
        public int compareTo(Bin other) {
            int byRow = Integer.compare(row, other.row);
            int byTime = Integer.compare(minutes, other.minutes);
            return byRow != 0 ? byRow : byTime != 0 ? byTime : kind.compareTo(other.kind);
        }
    }

    private final TimelineRows rows;
    private final Map<Bin, Long> bins;
    private final Set<Kind> kinds;
    private final Svg svg;

    private AccessTimeline(Map<AccessMark, Long> accesses, ZoneId zone) {
        var days = accesses.keySet().stream()
                .map(access -> LocalDate.ofInstant(access.time(), zone))
                .collect(Collectors.toCollection(TreeSet::new));
        this.rows = TimelineRows.between(days.first(), days.last());
        this.bins = new TreeMap<>();
        accesses.forEach((access, count) -> bins.merge(bin(access, zone), count, Long::sum));
        this.kinds = bins.keySet().stream()
                .map(Bin::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        this.svg = new Svg(
                Look.WIDTH,
                bottom() + BOTTOM,
                "Timeline of "
                        + bins.values().stream().mapToLong(Long::longValue).sum()
                        + " accesses, by day and hour of the day");
    }

    /**
     * The picture as SVG, 680 pixels wide and as high as its rows need, at most some 550, so that it fits below a title.
     *
     * @param accesses in any order; none gives a picture that says so
     * @param zone in which days and hours are read
     */
    public static String draw(Collection<AccessMark> accesses, ZoneId zone) {
        return draw(AccessMarks.of(accesses), zone);
    }

    /** As {@link #draw(Collection, ZoneId)}, of however many. */
    public static String draw(AccessMarks accesses, ZoneId zone) {
        return accesses.counts().isEmpty()
                ? Nothing.draw("No accesses")
                : new AccessTimeline(accesses.counts(), zone).draw(zone);
    }

    private Bin bin(AccessMark access, ZoneId zone) {
        ZonedDateTime time = access.time().atZone(zone);
        int minutes = time.getHour() * 60 + time.getMinute();
        return new Bin(rows.rowOf(time.toLocalDate()), minutes - minutes % BIN_MINUTES, access.kind());
    }

    private String draw(ZoneId zone) {
        legend();
        night(0, NIGHT_ENDS);
        night(NIGHT_BEGINS, HOURS);
        hours(zone);
        days();
        bins.forEach((bin, count) -> Marks.draw(svg, bin.kind(), x(bin), y(bin), count));
        svg.rectangle(LEFT, TOP, HOURS * HOUR, bottom() - TOP, Look.FRAME);
        return svg.close();
    }

    private void legend() {
        double x = LEFT;
        for (Kind kind : kinds) {
            Marks.draw(svg, kind, x + 4, 8, 1);
            svg.text(x + 12, 11.5, Anchor.START, Look.WORDS, kind.words());
            x += kind == Kind.RULE_HIT ? 90 : 86;
        }
        svg.rectangle(x, 3, 14, 10, Look.SHADE + ";stroke:#bbbbbb;stroke-width:0.5")
                .text(x + 18, 11.5, Anchor.START, Look.WORDS, "night")
                .text(x + 62, 11.5, Anchor.START, Look.QUIET_WORDS, "larger mark: several within 20 minutes");
    }

    private void night(int from, int until) {
        svg.rectangle(LEFT + from * HOUR, TOP, (until - from) * HOUR, bottom() - TOP, Look.SHADE);
    }

    private void hours(ZoneId zone) {
        for (int hour = 0; hour <= HOURS; hour += 2) {
            double x = LEFT + hour * HOUR;
            svg.line(x, TOP, x, bottom(), Look.GRID)
                    .text(x, TOP - 5, Anchor.MIDDLE, Look.QUIET_WORDS, String.format(Locale.ROOT, "%02d:00", hour));
        }
        svg.text(
                        LEFT,
                        TOP - 17,
                        Anchor.START,
                        Look.QUIET_WORDS,
                        "one row: " + rows.span().words() + ", time zone " + zone)
                .text(Look.WIDTH, TOP - 5, Anchor.END, Look.QUIET_WORDS, "count");
    }

    private void days() {
        Map<Integer, Long> counts = bins.entrySet().stream()
                .collect(Collectors.groupingBy(bin -> bin.getKey().row(), Collectors.summingLong(Map.Entry::getValue)));
        for (int row = 0; row < rows.count(); row++) {
            double y = TOP + row * ROW;
            svg.line(LEFT, y, Look.WIDTH - RIGHT, y, Look.GRID)
                    .text(LEFT - 5, y + 13, Anchor.END, Look.QUIET_WORDS, rows.nameOf(row))
                    .text(Look.WIDTH, y + 13, Anchor.END, Look.WORDS, Long.toString(counts.getOrDefault(row, 0L)));
        }
    }

    private static double x(Bin bin) {
        return LEFT + (bin.minutes() + BIN_MINUTES / 2.0) / 60 * HOUR;
    }

    /** The gravest at the top of its row. */
    private static double y(Bin bin) {
        int lanes = Kind.values().length;
        return TOP + bin.row() * ROW + ROW * (lanes - bin.kind().ordinal() - 0.5) / lanes;
    }

    private double bottom() {
        return TOP + rows.count() * ROW;
    }
}
