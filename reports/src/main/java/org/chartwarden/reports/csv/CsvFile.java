package org.chartwarden.reports.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines for a spreadsheet: RFC 4180 in UTF-8 with a byte order mark, without which Excel takes names for Latin-1. A cell
 * that a spreadsheet would run as a formula gets an apostrophe in front. Programs are better served by
 * {@code chartwarden export}.
 */
public final class CsvFile implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What opens a formula in some spreadsheet, also in full width, after blanks that it would drop. */
    private static final Pattern FORMULA =
            Pattern.compile("^\\s*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final CsvWriter writer;

    private CsvFile(CsvWriter writer) {
        this.writer = writer;
    }

    /** @param out closed with this file */
    public static CsvFile open(OutputStream out) throws IOException {
        OutputStreamWriter characters = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        characters.write(BYTE_ORDER_MARK);
        return new CsvFile(CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(characters));
    }

    /**
     * Adds one line.
     *
     * @param cells null is an empty cell
     * @throws UncheckedIOException when it cannot be written
     */
    public void line(List<String> cells) {
        writer.writeRecord(cells.stream().map(CsvFile::harmless).toList());
    }

    /** As {@link #line(List)}. */
    public void line(String... cells) {
        line(Arrays.asList(cells));
    }

    private static String harmless(String cell) {
        if (cell == null) {
            return "";
        }
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
