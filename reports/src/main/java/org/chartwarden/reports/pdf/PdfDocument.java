package org.chartwarden.reports.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.SAXException;

/**
 * A report as people read it: A4, the title block first, then what is added, in that order. All text is taken as it is;
 * markup in it is shown, not obeyed.
 *
 * <pre>{@code
 * new PdfDocument(title)
 *         .figures(List.of(new Fact("accesses", "12")))
 *         .heading("What was opened")
 *         .table(new Table(columns, rows))
 *         .write(out);
 * }</pre>
 */
public final class PdfDocument {

    private final Title title;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();

    public PdfDocument(Title title) {
        this.title = title;
    }

    /** Begins a chapter, which is a bookmark as well. */
    public PdfDocument heading(String text) {
        Heading heading = new Heading("h" + headings.size(), text);
        headings.add(heading);
        blocks.add(heading);
        return this;
    }

    /** Begins a part of a chapter. */
    public PdfDocument subheading(String text) {
        return block(
                "block",
                text,
                "font-size",
                "10.5pt",
                "font-weight",
                "bold",
                "space-before",
                "3mm",
                "space-after",
                "1.5mm",
                "keep-with-next.within-page",
                "always");
    }

    /** Full sentences. */
    public PdfDocument paragraph(String text) {
        return block("block", text, "space-after", "2.5mm", "orphans", "2", "widows", "2");
    }

    /** What has to be said, in small type: definitions, limits. */
    public PdfDocument note(String text) {
        return block("block", text, "font-size", "7.5pt", "color", "#4a4f57", "space-after", "2mm");
    }

    /** Sentences below each other, each with a dot. */
    public PdfDocument list(List<String> sentences) {
        blocks.add(new Bullets(List.copyOf(sentences)));
        return this;
    }

    /** Names with what they stand for, below each other. */
    public PdfDocument facts(List<Fact> facts) {
        blocks.add(new FactList(List.copyOf(facts)));
        return this;
    }

    /** The few numbers that sum it up, large and beside each other: at most five. */
    public PdfDocument figures(List<Fact> figures) {
        blocks.add(new Figures(List.copyOf(figures)));
        return this;
    }

    public PdfDocument table(Table table) {
        blocks.add(table);
        return this;
    }

    public PdfDocument picture(Picture picture) {
        blocks.add(picture);
        return this;
    }

    /** A text whose blanks and line ends count, such as a rule's. */
    public PdfDocument source(String text) {
        blocks.add(new Source(text));
        return this;
    }

    private PdfDocument block(String name, String text, String... attributes) {
        blocks.add(fo -> fo.open(name, attributes).text(text).close());
        return this;
    }

    /**
     * Lays it out and writes it. May be called again: the same document gives the same pages.
     *
     * @param out stays open
     * @throws IOException when it cannot be written or laid out
     */
    public void write(OutputStream out) throws IOException {
        FopEngine.write(title, this::write, out);
    }

    private void write(FoWriter fo) throws SAXException {
        PageFrame frame = new PageFrame(title);
        frame.begin(fo, headings);
        for (Block block : blocks) {
            block.write(fo);
        }
        frame.end(fo);
    }
}
