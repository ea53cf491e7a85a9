package org.chartwarden.reports.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chartwarden.reports.picture.Svg.Anchor;

/**
 * One user's accesses a day beside those of the peers: the user as columns, the middle half of the peers as a band, their
 * median as a dashed line. Up to a year of days reads well.
 */
public final class UserAgainstPeers {

    private static final double LEFT = 44;
    private static final double RIGHT = 8;
    private static final double TOP = 26;
    private static final double HEIGHT = 150;
    private static final double BOTTOM = 22;
    private static final double WIDTH = Look.WIDTH - LEFT - RIGHT;
    private static final int LABEL_EVERY_PIXELS = 82;
    private static final String BAND = "fill:#c8c8c8;stroke:none";
    private static final String MEDIAN = "fill:none;stroke:#000000;stroke-width:1.2;stroke-dasharray:4,2.5";
    private static final String COLUMN = "fill:" + Look.BLUE + ";stroke:none";

    /**
     * One day.
     *
     * @param user accesses of the user
     * @param lowerQuartile a quarter of the peers has at most that many
     * @param median half of the peers has at most that many
     * @param upperQuartile three quarters of the peers have at most that many
     */
    public record Day(LocalDate date, long user, double lowerQuartile, double median, double upperQuartile) {

        /** @throws IllegalArgumentException when a number is negative or the quartiles are not in order */
        public Day {
            Objects.requireNonNull(date, "date");
            if (user < 0 || lowerQuartile < 0 || median < lowerQuartile || upperQuartile < median) {
                throw new IllegalArgumentException(
                        "counts of " + date + " are negative or their quartiles not in order");
            }
        }
    }

    private final List<Day> days;
    private final CountAxis axis;
    private final double step;
    private final Svg svg;

    private UserAgainstPeers(List<Day> days) {
        this.days = days;
        this.axis = CountAxis.upTo(days.stream()
                .mapToDouble(day -> Math.max(day.user(), day.upperQuartile()))
                .max()
                .orElseThrow());
        this.step = WIDTH / days.size();
        this.svg = new Svg(
                Look.WIDTH,
                TOP + HEIGHT + BOTTOM,
                "Accesses a day of one user beside the peers, " + days.size() + " days");
    }

    /**
     * The picture as SVG, 680 by 198 pixels.
     *
     * @param days in order of date, without a gap; none gives a picture that says so
     */
    public static String draw(List<Day> days) {
        return days.isEmpty() ? Nothing.draw("No days to compare") : new UserAgainstPeers(List.copyOf(days)).draw();
    }

    private String draw() {
        legend();
        axis.ticks().forEach(this::tick);
        for (int i = 0; i < days.size(); i++) {
            band(i);
            column(i);
        }
        svg.path(median(), MEDIAN).rectangle(LEFT, TOP, WIDTH, HEIGHT, Look.FRAME);
        dates();
        return svg.close();
    }

    private void legend() {
        svg.rectangle(LEFT, 4, 8, 10, COLUMN)
                .text(LEFT + 13, 13, Anchor.START, Look.WORDS, "this user")
                .rectangle(LEFT + 84, 4, 16, 10, BAND)
                .text(LEFT + 105, 13, Anchor.START, Look.WORDS, "middle half of the peers")
                .line(LEFT + 252, 9, LEFT + 274, 9, MEDIAN)
                .text(LEFT + 279, 13, Anchor.START, Look.WORDS, "the peers' median")
                .text(Look.WIDTH - RIGHT, 13, Anchor.END, Look.QUIET_WORDS, "accesses a day");
    }

    private void tick(long count) {
        double y = y(count);
        svg.line(LEFT, y, LEFT + WIDTH, y, Look.GRID)
                .text(LEFT - 5, y + 3.5, Anchor.END, Look.QUIET_WORDS, String.format(Locale.ROOT, "%,d", count));
    }

    private void band(int index) {
        Day day = days.get(index);
        double top = y(day.upperQuartile());
        svg.rectangle(x(index), top, step, Math.max(0.5, y(day.lowerQuartile()) - top), BAND);
    }

    /** Narrower than the band behind it, so that both are seen. */
    private void column(int index) {
        double top = y(days.get(index).user());
        svg.rectangle(x(index) + step * 0.28, top, Math.max(0.5, step * 0.44), TOP + HEIGHT - top, COLUMN);
    }

    private String median() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            double y = y(days.get(i).median());
            line.append(i == 0 ? "M " : " L ").append(Marks.point(x(i), y));
            line.append(" L ").append(Marks.point(x(i) + step, y));
        }
        return line.toString();
    }

    private void dates() {
        int every = Math.max(1, (int) Math.ceil(LABEL_EVERY_PIXELS / step));
        for (int i = 0; i < days.size(); i += every) {
            double middle = Math.min(Math.max(x(i) + step / 2, LEFT + 24), Look.WIDTH - RIGHT - 24);
            svg.line(x(i) + step / 2, TOP + HEIGHT, x(i) + step / 2, TOP + HEIGHT + 3, Look.FRAME)
                    .text(
                            middle,
                            TOP + HEIGHT + 14,
                            Anchor.MIDDLE,
                            Look.QUIET_WORDS,
                            days.get(i).date().toString());
        }
    }

    private double x(int index) {
        return LEFT + index * step;
    }

    private double y(double count) {
        return TOP + HEIGHT - count / axis.end() * HEIGHT;
    }
}
