package org.chartwarden.reports.pdf;

import java.util.List;
import org.xml.sax.SAXException;

/** The few numbers that sum a report up. */
record Figures(List<Fact> figures) implements Block {

    private static final int MOST = 5;

    Figures {
        if (figures.isEmpty() || figures.size() > MOST) {
            throw new IllegalArgumentException("there are " + figures.size() + " figures, but must be 1 to " + MOST);
        }
    }

    @Override
    public void write(FoWriter fo) throws SAXException {
        fo.open(
                "table",
                "table-layout",
                "fixed",
                "width",
                "100%",
                "space-before",
                "2mm",
                "space-after",
                "5mm",
                "border-collapse",
                "separate",
                "border-separation.inline-progression-direction",
                "2mm");
        for (int i = 0; i < figures.size(); i++) {
            fo.element("table-column", "column-width", "proportional-column-width(1)");
        }
        fo.open("table-body").open("table-row", "keep-together.within-page", "always");
        for (Fact figure : figures) {
            writeFigure(fo, figure);
        }
        fo.close().close().close();
    }

    private static void writeFigure(FoWriter fo, Fact figure) throws SAXException {
        fo.open("table-cell", "padding", "2mm", "background-color", "#eef1f5")
                .open("block", "font-size", "17pt", "font-weight", "bold", "color", "#1d3557")
                .text(figure.value())
                .close()
                .open("block", "font-size", "7.5pt", "color", "#4a4f57")
                .text(figure.name())
                .close()
                .close();
    }
}
