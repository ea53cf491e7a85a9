package org.chartwarden.reports.pdf;

import java.util.List;
import org.xml.sax.SAXException;

/** Sentences below each other. */
record Bullets(List<String> sentences) implements Block {

    @Override
    public void write(FoWriter fo) throws SAXException {
        if (sentences.isEmpty()) {
            return;
        }
        fo.open(
                "list-block",
                "provisional-distance-between-starts",
                "4mm",
                "provisional-label-separation",
                "1mm",
                "space-after",
                "2.5mm");
        for (String sentence : sentences) {
            fo.open("list-item", "space-after", "0.8mm")
                    .open("list-item-label", "end-indent", "label-end()")
                    .open("block")
                    .text("\u2022")
                    .close()
                    .close()
                    .open("list-item-body", "start-indent", "body-start()")
                    .open("block")
                    .text(sentence)
                    .close()
                    .close()
                    .close();
        }
        fo.close();
    }
}
