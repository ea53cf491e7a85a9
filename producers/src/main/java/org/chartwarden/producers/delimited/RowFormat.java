package org.chartwarden.producers.delimited;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How the rows of a file are written.
 *
 * @param charset one in which ASCII characters are single bytes of the same value
 * @param delimiter between cells; ASCII
 * @param quote around cells that hold a delimiter or a line end, doubled inside; ASCII, {@link #NO_QUOTE} for none
 * @param comment lines that begin with it are no rows; empty for none
 * @param skip lines before the header that are no rows
 * @param columns the names of the columns where the file has no header line; else empty
 */
record RowFormat(Charset charset, char delimiter, char quote, String comment, int skip, List<String> columns) {

    /** A byte that no text has, so that nothing is quoted. */
    static final char NO_QUOTE = '\0';

    RowFormat {
        columns = List.copyOf(columns);
    }

    boolean hasHeader() {
        return columns.isEmpty();
    }

    byte[] commentBytes() {
        return comment.getBytes(charset);
    }
}
