package org.chartwarden.reports.pdf;

import org.xml.sax.SAXException;

/**
 * Begins a chapter.
 *
 * @param id for the bookmark
 */
record Heading(String id, String text) implements Block {

    @Override
    public void write(FoWriter fo) throws SAXException {
        fo.open(
                        "block",
                        "id",
                        id,
                        "role",
                        "H1",
                        "font-size",
                        "13pt",
                        "font-weight",
                        "bold",
                        "color",
                        "#1d3557",
                        "space-before",
                        "6mm",
                        "space-after",
                        "2.5mm",
                        "keep-with-next.within-page",
                        "always")
                .text(text)
                .close();
    }

    void writeBookmark(FoWriter fo) throws SAXException {
        fo.open("bookmark", "internal-destination", id)
                .open("bookmark-title")
                .text(text)
                .close()
                .close();
    }
}
