package org.chartwarden.streams.explain.relation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Words as people compare them, in whatever way they were typed. */
final class Folded {

    /** Letters that Unicode does not take for a letter with an accent. */
    private static final Map<String, String> LETTERS =
            Map.of("ø", "o", "ł", "l", "đ", "d", "ð", "d", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i");

    private static final Pattern MARKS = Pattern.compile("[\\p{M}'’ʼ`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** In lower case, without accents, apostrophes and punctuation; none when the text is null. */
    static String[] words(String text) {
        if (text == null) {
            return new String[0];
        }
        // Upper case first: it turns ß into ss.
        String lower = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String folded =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        return BETWEEN_WORDS
                .splitAsStream(folded)
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
