package org.chartwarden.producers.delimited;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.chartwarden.producers.delimited.RowCutter.Cut;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.Refusal;

/** A delimited file, row by row. Blank lines and comments are no rows. */
final class DelimitedFile implements RecordFile {

    /** A longer row is given up in parts. */
    static final int ROW_LIMIT = 1 << 20;

    private final RowCutter cutter;
    private final int limit;
    private final byte[] header;
    private long rows;

    DelimitedFile(InputStream content, RowFormat format) throws IOException {
        this(content, format, ROW_LIMIT);
    }

    DelimitedFile(InputStream content, RowFormat format, int limit) throws IOException {
        BufferedInputStream text = new BufferedInputStream(content);
        this.limit = limit;
        this.cutter = new RowCutter(text, format, limit);
        byte[] mark = ByteOrderMark.take(text, format.charset());
        for (int line = 0; line < format.skip(); line++) {
            cutter.nextLine();
        }
        this.header = mark.length > 0 ? mark : format.hasHeader() ? headerLine() : new byte[0];
    }

    /** The header line; the byte order mark alone where that says another charset, so that the reader can refuse it. */
    @Override
    public byte[] header() {
        return header.clone();
    }

    @Override
    public RawRecord next() throws IOException {
        Cut cut = nextRow();
        if (cut == null) {
            return null;
        }
        rows += cut.part() > 1 ? 0 : 1;
        String position = "row " + rows + " (line " + cut.line() + ")";
        return new RawRecord(
                cut.bytes(), cut.part() == 0 ? position : position + ", part " + cut.part(), refusal(cut.kind()));
    }

    private byte[] headerLine() throws IOException {
        Cut cut = nextRow();
        return cut == null ? new byte[0] : cut.bytes();
    }

    private Cut nextRow() throws IOException {
        Cut cut = cutter.next();
        while (cut != null && (cut.kind() == RowCutter.Kind.COMMENT || isBlank(cut))) {
            cut = cutter.next();
        }
        return cut;
    }

    /** A blank part of a line that is too long is still a part of it. */
    private static boolean isBlank(Cut cut) {
        return cut.kind() == RowCutter.Kind.ROW && cut.isBlank();
    }

    private Refusal refusal(RowCutter.Kind kind) {
        return switch (kind) {
            case ROW, COMMENT -> null;
            case UNCLOSED ->
                new Refusal(
                        "The row opens a quote that is not closed within %,d bytes; a quote inside a quoted cell must"
                                        .formatted(limit)
                                + " be doubled");
            case TOO_LONG -> new Refusal("The row is longer than %,d bytes".formatted(limit));
        };
    }
}
