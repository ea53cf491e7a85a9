package org.chartwarden.streams.explain;

/** Numbers from 0 to 1. */
final class Shares {

    private Shares() {}

    /** @throws IllegalArgumentException when the text is no number from 0 to 1 */
    static double parse(String text) {
        double share = Double.parseDouble(text);
        // Written so that NaN is refused too.
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(text);
        }
        return share;
    }
}
