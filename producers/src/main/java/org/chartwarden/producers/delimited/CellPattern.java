package org.chartwarden.producers.delimited;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.chartwarden.producers.source.Refusal;

/**
 * A regular expression for a whole cell. A careless one may take time that grows exponentially with the text; here it is
 * given up after {@value #MOST_STEPS} steps.
 */
record CellPattern(Pattern pattern) {

    /** A longer text does not match: matching is recursive, and would need as much stack. */
    private static final int LONGEST = 2_000;

    private static final int MOST_STEPS = 1_000_000;

    /**
     * @param groups how many groups it must have
     * @throws IllegalArgumentException when it is no regular expression with so many groups
     */
    static CellPattern of(String text, int groups) {
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.matcher("").groupCount() != groups) {
                throw new IllegalArgumentException(text);
            }
            return new CellPattern(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    boolean matches(String text, String path) throws Refusal {
        return match(text, path).isPresent();
    }

    /** What the group caught; empty when the text does not match, or the group caught nothing. */
    Optional<String> group(String text, String path) throws Refusal {
        return match(text, path).map(found -> found.group(1)).map(String::strip).filter(found -> !found.isEmpty());
    }

    private Optional<Matcher> match(String text, String path) throws Refusal {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Matcher matcher = pattern.matcher(new Counted(text, new int[1]));
            return matcher.matches() ? Optional.of(matcher) : Optional.empty();
        } catch (TooManySteps e) {
            throw new Refusal(path, "takes the pattern of the mapping more than %,d steps".formatted(MOST_STEPS));
        }
    }

    /** A text that counts how often it is looked at. */
    private record Counted(String text, int[] steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }
}
