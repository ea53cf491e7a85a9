package org.chartwarden.reports.pdf;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.SAXException;

/** What is around the content: the paper, the title block, bookmarks and footers. */
final class PageFrame {

    private static final String LAST = "last";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Title title;
    private final String madeAt;

    PageFrame(Title title) {
        this.title = title;
        this.madeAt = TIME.format(title.madeAt().atZone(title.zone())) + " " + title.zone();
    }

    void begin(FoWriter fo, List<Heading> headings) throws SAXException {
        fo.open("root", "font-family", "DejaVu Sans", "font-size", "9pt", "line-height", "1.35", "xml:lang", "en");
        writePaper(fo);
        writeBookmarks(fo, headings);
        fo.open("page-sequence", "master-reference", "page", "id", "all");
        writeFooter(fo);
        fo.open("flow", "flow-name", "xsl-region-body");
        writeTitle(fo);
    }

    void end(FoWriter fo) throws SAXException {
        fo.element("block", "id", LAST);
        fo.close().close().close();
    }

    private static void writePaper(FoWriter fo) throws SAXException {
        fo.open("layout-master-set")
                .open(
                        "simple-page-master",
                        "master-name",
                        "page",
                        "page-width",
                        "210mm",
                        "page-height",
                        "297mm",
                        "margin",
                        "15mm 17mm 10mm 17mm")
                .element("region-body", "margin-bottom", "14mm")
                .element("region-after", "extent", "9mm", "display-align", "after")
                .close()
                .close();
    }

    private static void writeBookmarks(FoWriter fo, List<Heading> headings) throws SAXException {
        if (headings.isEmpty()) {
            return;
        }
        fo.open("bookmark-tree");
        for (Heading heading : headings) {
            heading.writeBookmark(fo);
        }
        fo.close();
    }

    private void writeFooter(FoWriter fo) throws SAXException {
        fo.open("static-content", "flow-name", "xsl-region-after")
                .open(
                        "block",
                        "font-size",
                        "7pt",
                        "color",
                        "#4a4f57",
                        "border-top",
                        "0.4pt solid #8d939c",
                        "padding-top",
                        "1.2mm",
                        "text-align-last",
                        "justify")
                .text("Contains personal data: keep it confidential. " + title.system() + ", made " + madeAt)
                .element("leader", "leader-pattern", "space")
                .text("Page ")
                .element("page-number")
                .text(" of ")
                .element("page-number-citation", "ref-id", LAST)
                .close()
                .close();
    }

    private void writeTitle(FoWriter fo) throws SAXException {
        fo.open("block", "font-size", "8pt", "color", "#4a4f57", "letter-spacing", "0.3pt")
                .text(title.system())
                .close()
                .open("block", "role", "H1", "font-size", "19pt", "font-weight", "bold", "color", "#1d3557")
                .text(title.title())
                .close()
                .open("block", "font-size", "10pt", "space-after", "4mm")
                .text(title.subtitle())
                .close()
                .open("block", "border-top", "1.2pt solid #1d3557", "padding-top", "2.5mm");
        List<Fact> facts = new ArrayList<>(title.facts());
        facts.add(new Fact("Made at", madeAt));
        new FactList(facts).write(fo);
        fo.close();
    }
}
