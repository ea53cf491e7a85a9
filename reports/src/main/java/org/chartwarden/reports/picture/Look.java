package org.chartwarden.reports.picture;

/** Colours and strokes that the pictures share: Okabe and Ito's palette, told apart by colour-blind readers too. */
final class Look {

    static final double WIDTH = 680;
    static final String INK = "#222222";
    static final String WORDS = "fill:#222222";
    static final String QUIET_WORDS = "fill:#666666;font-size:9px";
    static final String GRID = "stroke:#dddddd;stroke-width:0.5";
    static final String FRAME = "fill:none;stroke:#888888;stroke-width:0.7";
    static final String SHADE = "fill:#ececec";
    static final String BLUE = "#0072b2";
    static final String ORANGE = "#e69f00";
    static final String VERMILION = "#b33c00"; // darker than theirs: it must also stand out in grey

    /** For up to three parts of a whole: also told apart in grey. */
    static final String[] PARTS = {
        "fill:" + BLUE + ";stroke:" + INK + ";stroke-width:0.5",
        "fill:" + ORANGE + ";stroke:" + INK + ";stroke-width:0.5",
        "fill:#ffffff;stroke:" + INK + ";stroke-width:0.5"
    };

    private Look() {}
}
