package org.chartwarden.reports.pdf;

import java.util.List;
import org.xml.sax.SAXException;

/** Names with what they stand for, below each other. */
record FactList(List<Fact> facts) implements Block {

    @Override
    public void write(FoWriter fo) throws SAXException {
        if (facts.isEmpty()) {
            return;
        }
        fo.open("table", "table-layout", "fixed", "width", "100%", "space-after", "3mm")
                .element("table-column", "column-width", "proportional-column-width(1)")
                .element("table-column", "column-width", "proportional-column-width(3)")
                .open("table-body");
        for (Fact fact : facts) {
            fo.open("table-row", "keep-together.within-page", "5");
            writeCell(fo, fact.name(), "#4a4f57");
            writeCell(fo, fact.value(), "#000000");
            fo.close();
        }
        fo.close().close();
    }

    private static void writeCell(FoWriter fo, String text, String color) throws SAXException {
        fo.open("table-cell", "padding", "0.6mm 0mm", "padding-right", "2mm")
                .open("block", "color", color)
                .text(text)
                .close()
                .close();
    }
}
