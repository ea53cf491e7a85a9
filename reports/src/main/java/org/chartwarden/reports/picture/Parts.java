package org.chartwarden.reports.picture;

import java.util.List;
import org.chartwarden.reports.picture.Svg.Anchor;

/** The parts into which a picture's counts fall: what they are called, and how they look. */
final class Parts {

    private static final double SWATCH = 10;
    private static final double GAP = 18;
    /** Of DejaVu Sans at the size of the words, on average and rounded up. */
    private static final double CHARACTER = 6.2;

    private Parts() {}

    /** @throws IllegalArgumentException when there are none, or more than can be told apart */
    static List<String> checked(List<String> names) {
        if (names.isEmpty() || names.size() > Look.PARTS.length) {
            throw new IllegalArgumentException(
                    "there are " + names.size() + " parts, but must be 1 to " + Look.PARTS.length);
        }
        return List.copyOf(names);
    }

    static String style(int part) {
        return Look.PARTS[part];
    }

    static void legend(Svg svg, double left, List<String> names) {
        double x = left;
        for (int part = 0; part < names.size(); part++) {
            svg.rectangle(x, 4, SWATCH, SWATCH, style(part))
                    .text(x + SWATCH + 5, 13, Anchor.START, Look.WORDS, names.get(part));
            x += SWATCH + 5 + names.get(part).length() * CHARACTER + GAP;
        }
    }
}
