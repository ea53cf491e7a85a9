package org.chartwarden.producers.atna;

import java.util.List;
import java.util.Optional;

/**
 * A code, as DICOM PS3.15 writes it ({@code csd-code}, {@code originalText}) or RFC 3881 did ({@code code}, {@code
 * displayName}).
 *
 * @param code empty when only words are told
 * @param words what it means
 */
record CodedValue(Optional<String> code, Optional<String> words) {

    static CodedValue of(XmlElement element) {
        return new CodedValue(
                element.attribute("csd-code").or(() -> element.attribute("code")),
                element.attribute("originalText").or(() -> element.attribute("displayName")));
    }

    /** Those that an element holds under a name. */
    static List<CodedValue> in(XmlElement element, String name) {
        return element.children(name).stream().map(CodedValue::of).toList();
    }

    boolean is(String other) {
        return code.filter(other::equals).isPresent();
    }

    Optional<String> codeOrWords() {
        return code.or(() -> words);
    }
}
