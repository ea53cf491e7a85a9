package org.chartwarden.reports.picture;

import org.chartwarden.reports.picture.Svg.Anchor;

/** A picture without data: it says so, since an empty frame would look like a mistake. */
final class Nothing {

    private static final double HEIGHT = 40;

    private Nothing() {}

    static String draw(String words) {
        return new Svg(Look.WIDTH, HEIGHT, words)
                .rectangle(0.5, 0.5, Look.WIDTH - 1, HEIGHT - 1, Look.FRAME)
                .text(Look.WIDTH / 2, HEIGHT / 2 + 4, Anchor.MIDDLE, Look.WORDS, words)
                .close();
    }
}
