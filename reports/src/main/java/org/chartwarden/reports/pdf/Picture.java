package org.chartwarden.reports.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * A picture as wide as the page's text.
 *
 * @param svg a document without a document type, its size in the attributes width and height (or in viewBox); fonts are
 *     those of the page: DejaVu Sans and DejaVu Sans Mono
 * @param description what it shows, for those who cannot see it
 */
public record Picture(String svg, String description) implements Block {

    public Picture {
        Objects.requireNonNull(svg, "svg");
        Objects.requireNonNull(description, "description");
    }

    @Override
    public void write(FoWriter fo) throws SAXException {
        fo.open("block", "space-before", "2mm", "space-after", "4mm", "keep-together.within-page", "always")
                .open(
                        "instream-foreign-object",
                        "content-width",
                        "scale-to-fit",
                        "content-height",
                        "100%",
                        "width",
                        "100%",
                        "scaling",
                        "uniform",
                        "fox:alt-text",
                        description);
        parse(fo);
        fo.close().close();
    }

    private void parse(FoWriter fo) throws SAXException {
        try {
            XMLReader reader = reader();
            XMLFilterImpl inner = new XMLFilterImpl(reader) {

                @Override
                public void startDocument() {
                    // FOP's document has begun long ago
                }

                @Override
                public void endDocument() {
                    // and goes on
                }
            };
            inner.setContentHandler(fo.handler());
            inner.parse(new InputSource(new StringReader(svg)));
        } catch (IOException e) {
            throw new SAXException("a text in memory could not be read", e);
        }
    }

    /** Takes no document type, so nothing from outside. */
    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new SAXException("the XML parser cannot be made safe", e);
        }
    }
}
