package org.chartwarden.producers.atna;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An element of a parsed message.
 *
 * @param attributes by name without prefix
 * @param text what stands directly in it
 */
record XmlElement(Place place, Map<String, String> attributes, List<XmlElement> children, String text) {

    /**
     * Where an element stands. Its path is put together only when it is asked for: kept with every element, the paths of a
     * small message could fill the memory.
     *
     * @param parent null for the root
     * @param name without its prefix: what namespace a system puts its messages into says nothing
     * @param number among its parent's elements of this name, from 1
     */
    record Place(Place parent, String name, int number) {

        String path() {
            String self = number == 1 ? name : name + "[" + number + "]";
            return parent == null ? self : parent.path() + "/" + self;
        }
    }

    String name() {
        return place.name();
    }

    /** From the root, as an XPath such as {@code AuditMessage/ActiveParticipant[2]}. */
    String path() {
        return place.path();
    }

    /** An attribute's value without blanks around it; empty when it is missing or blank. */
    Optional<String> attribute(String attribute) {
        return present(attributes.get(attribute));
    }

    /** The elements of this name directly in it. */
    List<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name().equals(childName)).toList();
    }

    /** The path of one of its attributes. */
    String pathOf(String attribute) {
        return path() + "/@" + attribute;
    }

    static Optional<String> present(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(Predicate.not(String::isEmpty));
    }
}
