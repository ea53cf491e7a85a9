package org.chartwarden.reports.picture;

import java.io.StringWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An SVG 1.1 picture under construction. Lengths are in units of the picture, of which one is a CSS pixel (1/96 inch).
 * All text is escaped; characters that XML does not allow are left out.
 */
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** Where a text is put relative to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    /** @param description what the picture shows, for whoever cannot see it */
    Svg(double width, double height, String description) {
        try {
            out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartElement("svg");
            out.writeDefaultNamespace(NAMESPACE);
            out.writeAttribute("width", number(width));
            out.writeAttribute("height", number(height));
            out.writeAttribute("viewBox", "0 0 " + number(width) + " " + number(height));
            out.writeAttribute("font-family", "DejaVu Sans");
            out.writeAttribute("font-size", "10");
            out.writeStartElement("title");
            out.writeCharacters(allowed(description));
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    Svg rectangle(double x, double y, double width, double height, String style) {
        return element("rect", style, "x", x, "y", y, "width", width, "height", height);
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        return element("line", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    Svg circle(double x, double y, double radius, String style) {
        return element("circle", style, "cx", x, "cy", y, "r", radius);
    }

    /** @param commands of SVG 1.1, 8.3 */
    Svg path(String commands, String style) {
        return element("path", style, "d", commands);
    }

    Svg text(double x, double y, Anchor anchor, String style, String words) {
        try {
            out.writeStartElement("text");
            attributes("x", x, "y", y, "text-anchor", anchor.name().toLowerCase(Locale.ROOT));
            out.writeAttribute("style", style);
            out.writeCharacters(allowed(words));
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    private Svg element(String name, String style, Object... attributes) {
        try {
            out.writeEmptyElement(name);
            attributes(attributes);
            out.writeAttribute("style", style);
            return this;
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    private void attributes(Object... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            out.writeAttribute(
                    (String) namesAndValues[i], value instanceof Double length ? number(length) : (String) value);
        }
    }

    /** Ends the picture. */
    String close() {
        try {
            out.writeEndElement();
            out.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    /** With one decimal: finer than any printer shows. */
    static String number(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }

    private static String allowed(String words) {
        return NOT_XML.matcher(words).replaceAll("");
    }

    private static IllegalStateException unexpected(XMLStreamException e) {
        return new IllegalStateException("XML can always be written into memory", e);
    }
}
