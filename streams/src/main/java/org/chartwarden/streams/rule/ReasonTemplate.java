package org.chartwarden.streams.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule's reason in plain words, with placeholders such as {@code {departments}}. */
public record ReasonTemplate(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** What a reason can speak of. Neither a name nor an id is among it: reasons are shown and mailed on. */
    public enum Placeholder {
        DEPARTMENTS("departments"),
        UNEXPLAINED("unexplained"),
        MORE_THAN("moreThan"),
        WITHIN("within"),
        COUNT("count"),
        USUAL("usual");

        private final String word;

        Placeholder(String word) {
            this.word = word;
        }

        static Optional<Placeholder> of(String word) {
            return Arrays.stream(values())
                    .filter(placeholder -> placeholder.word.equals(word))
                    .findFirst();
        }

        /** As it stands in a file. */
        @Override
        public String toString() {
            return "{" + word + "}";
        }
    }

    /** The placeholders that do not exist, as they stand in the text. */
    List<String> unknown() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(found -> Placeholder.of(found.group(1)).isEmpty())
                .map(MatchResult::group)
                .toList();
    }

    static String known() {
        return Arrays.stream(Placeholder.values()).map(Placeholder::toString).collect(Collectors.joining(", "));
    }

    /** The text with its placeholders filled; one without a value becomes a dash. */
    public String fill(Map<Placeholder, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Placeholder.of(found.group(1))
                        .map(values::get)
                        .filter(value -> !value.isBlank())
                        .orElse("-")));
    }
}
