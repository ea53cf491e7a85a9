package org.chartwarden.reports.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Tells FOP formatting objects one by one: no markup is ever put together as text, so none can slip in. */
final class FoWriter {

    private static final String FO = "http://www.w3.org/1999/XSL/Format";
    private static final String EXTENSIONS = "http://xmlgraphics.apache.org/fop/extensions";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final ContentHandler handler;
    private final Deque<String> open = new ArrayDeque<>();

    FoWriter(ContentHandler handler) {
        this.handler = handler;
    }

    void begin() throws SAXException {
        handler.startDocument();
        handler.startPrefixMapping("fo", FO);
        handler.startPrefixMapping("fox", EXTENSIONS);
    }

    void end() throws SAXException {
        handler.endPrefixMapping("fox");
        handler.endPrefixMapping("fo");
        handler.endDocument();
    }

    /** @param attributes name and value by turns; a name may bear the prefix xml or fox */
    FoWriter open(String name, String... attributes) throws SAXException {
        AttributesImpl all = new AttributesImpl();
        for (int i = 0; i < attributes.length; i += 2) {
            String attribute = attributes[i];
            all.addAttribute(
                    namespace(attribute),
                    attribute.substring(attribute.indexOf(':') + 1),
                    attribute,
                    "CDATA",
                    attributes[i + 1]);
        }
        handler.startElement(FO, name, "fo:" + name, all);
        open.push(name);
        return this;
    }

    private static String namespace(String attribute) {
        if (attribute.startsWith("fox:")) {
            return EXTENSIONS;
        }
        return attribute.startsWith("xml:") ? XML : "";
    }

    FoWriter close() throws SAXException {
        String name = open.pop();
        handler.endElement(FO, name, "fo:" + name);
        return this;
    }

    FoWriter element(String name, String... attributes) throws SAXException {
        return open(name, attributes).close();
    }

    /** Made fit for the page: see {@link PageText}. */
    FoWriter text(String text) throws SAXException {
        return verbatim(PageText.of(text));
    }

    /** As it stands. */
    FoWriter verbatim(String text) throws SAXException {
        handler.characters(text.toCharArray(), 0, text.length());
        return this;
    }

    /** For content in another vocabulary. */
    ContentHandler handler() {
        return handler;
    }
}
