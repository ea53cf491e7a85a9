package org.chartwarden.producers.hl7;

import ca.uhn.hl7v2.parser.DefaultEscaping;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.Escaping;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One repetition of a field (HL7 v2.5.1, 2.5.3). Components count from 1; a component without subcomponents is its first
 * one (2.5.3.4), so that a sender of an older version, who knew no subcomponents there, is understood, too.
 *
 * @param path where it stands, such as {@code PID-3} or, of the second repetition in the third segment of that name,
 *     {@code OBR(3)-16(2)}
 * @param raw as it was sent, still escaped
 */
record Field(String path, String raw, EncodingCharacters encoding) {

    /** What a sender writes to delete a value (2.5.3.2). */
    private static final String NULL = "\"\"";

    private static final Escaping ESCAPING = new DefaultEscaping();

    /** The first component. */
    Optional<String> text() {
        return text(1);
    }

    Optional<String> text(int component) {
        return text(component, 1);
    }

    /** Unescaped and without spaces around it; empty when it is missing or deleted. */
    Optional<String> text(int component, int subcomponent) {
        String part = part(
                part(raw, encoding.getComponentSeparator(), component),
                encoding.getSubcomponentSeparator(),
                subcomponent);
        return Optional.of(part)
                .filter(Predicate.not(NULL::equals))
                .map(text -> ESCAPING.unescape(text, encoding).strip())
                .filter(Predicate.not(String::isEmpty));
    }

    /** Says nothing at all. */
    boolean isBlank() {
        return raw.isBlank() || raw.equals(NULL);
    }

    String path(int component) {
        return path + "." + component;
    }

    /**
     * A part between separators, found without cutting the rest: a text of nothing but separators takes no memory.
     *
     * @param number counted from 1
     * @return empty when there are fewer
     */
    static String part(String text, char separator, int number) {
        int start = 0;
        for (int skipped = 1; skipped < number; skipped++) {
            start = text.indexOf(separator, start) + 1;
            if (start == 0) {
                return "";
            }
        }
        int end = text.indexOf(separator, start);
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
