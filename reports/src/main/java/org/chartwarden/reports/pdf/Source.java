package org.chartwarden.reports.pdf;

import org.xml.sax.SAXException;

/** A text whose blanks and line ends count. */
record Source(String text) implements Block {

    @Override
    public void write(FoWriter fo) throws SAXException {
        fo.open(
                "block",
                "font-family",
                "DejaVu Sans Mono",
                "font-size",
                "7pt",
                "background-color",
                "#f4f5f7",
                "padding",
                "2mm",
                "margin",
                "0mm",
                "space-after",
                "3mm");
        for (String line : text.lines().toList()) {
            fo.open("block", "white-space-treatment", "preserve", "white-space-collapse", "false")
                    .text(line.isEmpty() ? "\u00A0" : line)
                    .close();
        }
        fo.close();
    }
}
