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

    private final Set<String> skipped;
    private final Deque<Open> open = new ArrayDeque<>();
    private XmlElement root;
    private int elements;

    private XmlParser(Set<String> skipped) {
        this.skipped = skipped;
    }

    /** An element whose end was not seen yet. */
    private record Open(
            String name,
            String path,
            Map<String, String> attributes,
            List<XmlElement> children,
            Map<String, Integer> places,
            StringBuilder text) {}

    /**
     * @param skipped names of elements that are checked but not kept, with all that is in them
     * @throws Refusal when it is not well-formed, or goes beyond what is allowed
     */
    static XmlElement parse(String document, Set<String> skipped) throws Refusal {
        XMLStreamReader reader = null;
        try {
            reader = factory().createXMLStreamReader(new StringReader(document.stripLeading()));
            return new XmlParser(skipped).read(reader);
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
                if (skippedDepth > 0 || skipped.contains(local(reader.getLocalName()))) {
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

    private void begin(XMLStreamReader reader) {
        String name = local(reader.getLocalName());
        String path = name;
        if (!open.isEmpty()) {
            int place = open.peek().places.merge(name, 1, Integer::sum);
            path = open.peek().path + "/" + name + (place == 1 ? "" : "[" + place + "]");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            attributes.putIfAbsent(local(reader.getAttributeLocalName(index)), reader.getAttributeValue(index));
        }
        open.push(new Open(name, path, attributes, new ArrayList<>(), new HashMap<>(), new StringBuilder()));
    }

    /** Tells how many levels of a skipped element are still open. */
    private int end(int skippedDepth) {
        if (skippedDepth > 0) {
            return skippedDepth - 1;
        }
        Open ended = open.pop();
        XmlElement element =
                new XmlElement(ended.name, ended.path, ended.attributes, ended.children, ended.text.toString());
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
