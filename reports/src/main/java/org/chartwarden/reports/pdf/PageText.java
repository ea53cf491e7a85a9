package org.chartwarden.reports.pdf;

import java.util.Locale;

/**
 * Text as a page can show it. A character that the fonts do not have is named by its number, such as {@code [U+4E2D]};
 * what no page shows becomes a blank; and a long word may break, after a sign of punctuation or, a very long one, anywhere.
 */
final class PageText {

    private static final String BREAK = "\u200B";
    /** The longest run of characters that has to fit into one line of a narrow cell. */
    private static final int LONGEST_RUN = 10;

    private final StringBuilder result;
    private int run;
    private boolean afterPunctuation;

    private PageText(int length) {
        this.result = new StringBuilder(length + length / LONGEST_RUN);
    }

    static String of(String text) {
        PageText page = new PageText(text.length());
        String shown = shown(text);
        for (String word : shown.split("(?<=\\s)")) {
            page.add(word);
        }
        return page.result.toString();
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (Character.isISOControl(codePoint)) {
                shown.append(' ');
            } else if (Glyphs.has(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else if (!isInvisible(codePoint)) {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", codePoint));
            }
        });
        return shown.toString();
    }

    /** Such as a zero-width joiner, which only says how its neighbours are drawn. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private void add(String word) {
        int length = word.codePointCount(0, word.length());
        if (length <= LONGEST_RUN) {
            result.append(word);
            return;
        }
        run = 0;
        afterPunctuation = false;
        boolean anywhere = length > 2 * LONGEST_RUN;
        word.codePoints().forEach(codePoint -> add(codePoint, anywhere));
    }

    private void add(int codePoint, boolean anywhere) {
        boolean mark = Character.getType(codePoint) == Character.NON_SPACING_MARK;
        boolean tooLong = anywhere && run >= LONGEST_RUN && !mark;
        // A break before a blank would begin the next line with it.
        if ((tooLong || afterPunctuation) && !Character.isWhitespace(codePoint)) {
            result.append(BREAK);
            run = 0;
        }
        result.appendCodePoint(codePoint);
        run++;
        afterPunctuation = isPunctuation(codePoint);
    }

    private static boolean isPunctuation(int codePoint) {
        return "-_/\\.:;,@|=&?".indexOf(codePoint) >= 0;
    }
}
