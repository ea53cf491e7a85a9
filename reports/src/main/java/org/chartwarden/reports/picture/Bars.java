package org.chartwarden.reports.picture;

import java.util.List;
import java.util.Objects;
import org.chartwarden.reports.picture.Svg.Anchor;

/** Counts of things below each other as bars, each cut into up to three parts. */
public final class Bars {

    /** More are no picture any more. */
    public static final int MOST = 15;

    private static final double LEFT = 222;
    private static final double RIGHT = 96;
    private static final double TOP = 24;
    private static final double BOTTOM = 20;
    private static final double ROW = 19;
    private static final double BAR = 12;
    private static final double WIDTH = Look.WIDTH - LEFT - RIGHT;
    private static final int LONGEST_NAME = 36;

    /**
     * One bar.
     *
     * @param name of what is counted
     * @param counts one a part
     * @param remark stands at its end
     */
    public record Bar(String name, List<Long> counts, String remark) {

        public Bar {
            Objects.requireNonNull(name, "name");
            counts = List.copyOf(counts);
            Objects.requireNonNull(remark, "remark");
        }

        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    private final List<Bar> bars;
    private final CountAxis axis;
    private final Svg svg;

    private Bars(List<Bar> bars, String description) {
        this.bars = bars;
        this.axis = CountAxis.upTo(bars.stream().mapToLong(Bar::total).max().orElseThrow());
        this.svg = new Svg(Look.WIDTH, bottom() + BOTTOM, description);
    }

    /**
     * The picture as SVG, 680 pixels wide.
     *
     * @param parts names of the one to three parts
     * @param bars as many of them as fit are drawn, {@link #MOST}; none gives a picture that says so
     * @param description what it shows, for whoever cannot see it
     */
    public static String draw(List<String> parts, List<Bar> bars, String description) {
        List<String> names = Parts.checked(parts);
        if (bars.isEmpty()) {
            return Nothing.draw("Nothing to count");
        }
        return new Bars(bars.subList(0, Math.min(bars.size(), MOST)), description).draw(names);
    }

    private String draw(List<String> parts) {
        Parts.legend(svg, LEFT, parts);
        for (long tick : axis.ticks()) {
            svg.line(x(tick), TOP, x(tick), bottom(), Look.GRID)
                    .text(x(tick), bottom() + 12, Anchor.MIDDLE, Look.QUIET_WORDS, Long.toString(tick));
        }
        for (int row = 0; row < bars.size(); row++) {
            bar(bars.get(row), TOP + row * ROW);
        }
        svg.line(LEFT, TOP, LEFT, bottom(), "stroke:#888888;stroke-width:0.7");
        return svg.close();
    }

    private void bar(Bar bar, double y) {
        svg.text(LEFT - 6, y + 13, Anchor.END, Look.WORDS, shortened(bar.name()));
        long begin = 0;
        for (int part = 0; part < bar.counts().size(); part++) {
            long count = bar.counts().get(part);
            if (count > 0) {
                svg.rectangle(x(begin), y + (ROW - BAR) / 2, x(begin + count) - x(begin), BAR, Parts.style(part));
            }
            begin += count;
        }
        svg.text(x(begin) + 6, y + 13, Anchor.START, Look.QUIET_WORDS, bar.remark());
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "…";
    }

    private double x(long count) {
        return LEFT + WIDTH * count / axis.end();
    }

    private double bottom() {
        return TOP + bars.size() * ROW;
    }
}
