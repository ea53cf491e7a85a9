package org.chartwarden.streams.explain.relation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Words as people compare them, in whatever way they were typed. */
final class Folded {

    /** Letters that Unicode does not take for a letter with an accent. */
    private static final Map<String, String> LETTERS =
            Map.of("ø", "o", "ł", "l", "đ", "d", "ð", "d", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i");

    private static final char LAST_ASCII = 0x7f;
    private static final Pattern MARKS = Pattern.compile("[\\p{M}'’ʼ`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** In lower case, without accents, apostrophes and punctuation; none when the text is null. */
    static String[] words(String text) {
        if (text == null) {
            return new String[0];
        }
        return isPlain(text) ? plainWords(text) : foreignWords(text);
    }

    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** The same as {@link #foreignWords} for ASCII, as most names and addresses are: asked twice for each access. */
    private static String[] plainWords(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (Character.isLetterOrDigit(each)) {
                word.append(Character.toLowerCase(each));
            } else if (each != '\'' && each != '`' && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words.toArray(String[]::new);
    }

    private static String[] foreignWords(String text) {
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
