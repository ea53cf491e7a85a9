package org.chartwarden.reports.picture;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An SVG picture, read back by an XML parser: what is not well-formed fails here. */
record Picture(Document document) {

    static Picture of(String svg) throws Exception {
        return new Picture(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg))));
    }

    int count(String element) {
        return document.getElementsByTagName(element).getLength();
    }

    List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    List<String> attributes(String element, String attribute) {
        return elements(element).stream()
                .map(one -> one.getAttribute(attribute))
                .toList();
    }

    double height() {
        return Double.parseDouble(document.getDocumentElement().getAttribute("height"));
    }

    private List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
