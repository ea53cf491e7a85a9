package org.chartwarden.producers.delimited;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import org.chartwarden.producers.source.Refusal;

/** Takes one row apart into its cells. Safe for use by many threads. */
final class RowParser {

    private final RowFormat format;

    RowParser(RowFormat format) {
        this.format = format;
    }

    /**
     * The cells of a row as they stand between the delimiters, without quotes.
     *
     * @param line with or without its end: a row that was corrected has one, since editors write one
     */
    List<String> cells(byte[] line) throws Refusal {
        byte[] row = withoutEnd(line);
        requireOneRow(row);
        String text = decode(row);
        if (text.isEmpty()) {
            return List.of("");
        }
        try {
            return CsvReader.builder()
                    .fieldSeparator(format.delimiter())
                    .quoteCharacter(format.quote())
                    .ofSingleCsvRecord(text)
                    .getFields();
        } catch (CsvParseException e) {
            throw new Refusal("The row has text behind the closing quote of a cell, or too many cells; a quote inside a"
                    + " quoted cell must be doubled");
        }
    }

    private static byte[] withoutEnd(byte[] line) {
        int end = line.length;
        end -= end > 0 && line[end - 1] == '\n' ? 1 : 0;
        end -= end > 0 && line[end - 1] == '\r' ? 1 : 0;
        return Arrays.copyOf(line, end);
    }

    private void requireOneRow(byte[] row) throws Refusal {
        RowScanner scanner = new RowScanner(format);
        for (byte next : row) {
            if (next == 0) {
                throw new Refusal("The row has a NUL character, as text in UTF-16 does; allowed is "
                        + format.charset().name());
            }
            if (scanner.ends(next)) {
                throw new Refusal("There is a line end outside quotes; one row is allowed here");
            }
        }
        if (scanner.isOpen()) {
            throw new Refusal("The row opens a quote that is not closed");
        }
    }

    private String decode(byte[] row) throws Refusal {
        try {
            return format.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(row))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal("The row is not " + format.charset().name()
                    + "; name the charset of the file in the mapping, or deliver it as that");
        }
    }
}
