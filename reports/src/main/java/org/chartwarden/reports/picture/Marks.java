package org.chartwarden.reports.picture;

import org.chartwarden.reports.picture.AccessMark.Kind;

/** How an access looks: a shape as well as a colour, since not every reader sees the colour. */
final class Marks {

    private static final double SMALLEST = 2.4;
    private static final double LARGEST = 4.2;
    private static final double GROWTH = 0.45;

    private Marks() {}

    /** @param count how many accesses it stands for; each doubling makes it larger, up to a bound */
    static void draw(Svg svg, Kind kind, double x, double y, long count) {
        double size = Math.min(LARGEST, SMALLEST + GROWTH * Math.log(count) / Math.log(2));
        switch (kind) {
            case EXPLAINED -> svg.circle(x, y, size, "fill:#ffffff;stroke:" + Look.BLUE + ";stroke-width:1");
            case UNEXPLAINED ->
                svg.path(
                        triangle(x, y, size + 0.6),
                        "fill:" + Look.ORANGE + ";stroke:" + Look.INK + ";stroke-width:0.4");
            case RULE_HIT ->
                svg.path(diamond(x, y, size + 1.2), "fill:" + Look.VERMILION + ";stroke:#000000;stroke-width:0.4");
        }
    }

    private static String triangle(double x, double y, double size) {
        return "M " + point(x, y - size) + " L " + point(x + size, y + size * 0.8) + " L "
                + point(x - size, y + size * 0.8) + " Z";
    }

    private static String diamond(double x, double y, double size) {
        return "M " + point(x, y - size) + " L " + point(x + size, y) + " L " + point(x, y + size) + " L "
                + point(x - size, y) + " Z";
    }

    static String point(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }
}
