package org.chartwarden.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fop.fonts.CMapSegment;
import org.apache.fop.fonts.truetype.FontFileReader;
import org.apache.fop.fonts.truetype.OFFontLoader;
import org.apache.fop.fonts.truetype.TTFFile;

/** Which characters the fonts of the pages have: FOP would print {@code #} for any other. */
final class Glyphs {

    /** Text is set in any of them. */
    private static final String[] FONTS = {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"};

    private static final BitSet KNOWN = load();

    private Glyphs() {}

    static boolean has(int codePoint) {
        return KNOWN.get(codePoint);
    }

    private static BitSet load() {
        BitSet common = codePoints(FONTS[0]);
        common.and(codePoints(FONTS[1]));
        return common;
    }

    static BitSet codePoints(String font) {
        try (InputStream file = ClassPathResources.open(ClassPathResources.FONTS + font)) {
            TTFFile read = new TTFFile(false, false);
            FontFileReader reader = new FontFileReader(file);
            read.readFont(reader, OFFontLoader.readHeader(reader));
            BitSet codePoints = new BitSet();
            for (CMapSegment segment : read.getCMaps()) {
                codePoints.set(segment.getUnicodeStart(), segment.getUnicodeEnd() + 1);
            }
            return codePoints;
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + font + " cannot be read", e);
        }
    }
}
