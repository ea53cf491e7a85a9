package org.chartwarden.producers.atna;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An element of a parsed message.
 *
 * @param name without its prefix: what namespace a system puts its messages into says nothing
 * @param path from the root, as an XPath such as {@code AuditMessage/ActiveParticipant[2]}
 * @param attributes by name without prefix
 * @param text what stands directly in it
 */
record XmlElement(String name, String path, Map<String, String> attributes, List<XmlElement> children, String text) {

    /** An attribute's value without blanks around it; empty when it is missing or blank. */
    Optional<String> attribute(String attribute) {
        return present(attributes.get(attribute));
    }

    /** The elements of this name directly in it. */
    List<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** The path of one of its attributes. */
    String pathOf(String attribute) {
        return path + "/@" + attribute;
    }

    static Optional<String> present(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(Predicate.not(String::isEmpty));
    }
}
