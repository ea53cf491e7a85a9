package org.chartwarden.producers.atna;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chartwarden.producers.source.Refusal;

/**
 * Parses XML that comes from a network: no document type, so no entities; bounded depth and number of elements; what
 * nobody asks for is not kept. Used for one document.
 */
final class XmlParser {

    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 100_000;
    private static final int MAXIMUM_ATTRIBUTES = 64;

    private final Set<String> kept;
    private final Deque<Open> open = new ArrayDeque<>();
    private XmlElement root;
    private int elements;

    private XmlParser(Set<String> kept) {
        this.kept = kept;
    }

    /** An element whose end was not seen yet. */
    private record Open(
            XmlElement.Place place,
            Map<String, String> attributes,
            List<XmlElement> children,
            Map<String, Integer> numbers,
            StringBuilder text) {}

    /**
     * @param kept names of the elements and attributes that are kept, besides the root; all else, with what is in it, is
     *     checked only
     * @throws Refusal when it is not well-formed, or goes beyond what is allowed
     */
    static XmlElement parse(String document, Set<String> kept) throws Refusal {
        XMLStreamReader reader = null;
        try {
            reader = factory().createXMLStreamReader(new StringReader(document.stripLeading()));
            return new XmlParser(kept).read(reader);
        } catch (XMLStreamException e) {
            // Its message quotes the document, so that only its place is told.
            String place = e.getLocation() == null
                    ? ""
                    : " (line %d, column %d)"
                            .formatted(
                                    e.getLocation().getLineNumber(),
                                    e.getLocation().getColumnNumber());
            throw new Refusal("The message is not well-formed XML" + place);
        }
    }

    /** The JDK's own, whatever else is on the class path: its limits are known. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private XmlElement read(XMLStreamReader reader) throws XMLStreamException, Refusal {
        int skippedDepth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refusal("The message has a document type or an entity of its own; neither is allowed");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                requireBounded(reader, skippedDepth);
                if (skippedDepth > 0 || !isKept(local(reader.getLocalName()))) {
                    skippedDepth++;
                } else {
                    begin(reader);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                skippedDepth = end(skippedDepth);
            } else if (reader.hasText()
                    && event != XMLStreamConstants.COMMENT
                    && skippedDepth == 0
                    && !open.isEmpty()) {
                open.peek().text.append(reader.getText());
            }
        }
        return root;
    }

    private void requireBounded(XMLStreamReader reader, int skippedDepth) throws Refusal {
        elements++;
        if (open.size() + skippedDepth >= MAXIMUM_DEPTH
                || elements > MAXIMUM_ELEMENTS
                || reader.getAttributeCount() > MAXIMUM_ATTRIBUTES) {
            throw new Refusal("The message goes beyond %,d levels, %,d elements or %,d attributes of one element"
                    .formatted(MAXIMUM_DEPTH, MAXIMUM_ELEMENTS, MAXIMUM_ATTRIBUTES));
        }
    }

    private boolean isKept(String name) {
        return open.isEmpty() || kept.contains(name);
    }

    private void begin(XMLStreamReader reader) {
        String name = local(reader.getLocalName());
        Open parent = open.peek();
        XmlElement.Place place = parent == null
                ? new XmlElement.Place(null, name, 1)
                : new XmlElement.Place(parent.place, name, parent.numbers.merge(name, 1, Integer::sum));
        Map<String, String> attributes = new HashMap<>();
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            String attribute = local(reader.getAttributeLocalName(index));
            if (kept.contains(attribute)) {
                attributes.putIfAbsent(attribute, reader.getAttributeValue(index));
            }
        }
        open.push(new Open(place, attributes, new ArrayList<>(), new HashMap<>(), new StringBuilder()));
    }

    /** Tells how many levels of a skipped element are still open. */
    private int end(int skippedDepth) {
        if (skippedDepth > 0) {
            return skippedDepth - 1;
        }
        Open ended = open.pop();
        XmlElement element = new XmlElement(ended.place, ended.attributes, ended.children, ended.text.toString());
        if (open.isEmpty()) {
            root = element;
        } else {
            open.peek().children.add(element);
        }
        return 0;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
