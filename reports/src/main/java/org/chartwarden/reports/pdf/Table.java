package org.chartwarden.reports.pdf;

import java.util.List;
import java.util.Locale;
import org.xml.sax.SAXException;

/**
 * A table; its header stands on each page that it reaches, and long words break. Of a very long one only the first rows
 * are shown, and it says so: nobody reads hundreds of pages, and they would not fit into the launcher's memory.
 *
 * @param columns at least one
 * @param rows each with a cell a column; a cell may hold several lines
 */
public record Table(List<Column> columns, List<List<String>> rows) implements Block {

    /** How many rows are shown at the most. */
    public static final int MOST_ROWS = 1_000;

    /** @throws IllegalArgumentException when a row has too few or too many cells */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != columns.size()) {
                throw new IllegalArgumentException("row " + i + " has "
                        + rows.get(i).size() + " cells, but there are " + columns.size() + " columns");
            }
        }
    }

    @Override
    public void write(FoWriter fo) throws SAXException {
        if (rows.isEmpty()) {
            fo.open("block", "space-after", "4mm").text("None.").close();
            return;
        }
        fo.open("table", "table-layout", "fixed", "width", "100%", "font-size", "7.5pt", "space-after", "4mm");
        for (Column column : columns) {
            fo.element("table-column", "column-width", "proportional-column-width(" + column.share() + ")");
        }
        writeHeader(fo);
        fo.open("table-body");
        for (int i = 0; i < Math.min(rows.size(), MOST_ROWS); i++) {
            writeRow(fo, i);
        }
        fo.close().close();
        if (rows.size() > MOST_ROWS) {
            fo.open("block", "font-style", "italic", "space-after", "4mm")
                    .text(String.format(Locale.ROOT, "These are the first %,d of %,d rows.", MOST_ROWS, rows.size()))
                    .close();
        }
    }

    private void writeHeader(FoWriter fo) throws SAXException {
        fo.open("table-header").open("table-row", "keep-together.within-page", "always");
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            fo.open(
                            "table-cell",
                            "padding",
                            "1.2mm 1mm",
                            "padding-right",
                            gap(i),
                            "border-bottom",
                            "0.8pt solid #333333")
                    .open("block", "font-weight", "bold", "text-align", align(column))
                    .text(column.name())
                    .close()
                    .close();
        }
        fo.close().close();
    }

    private void writeRow(FoWriter fo, int index) throws SAXException {
        int last = Math.min(rows.size(), MOST_ROWS) - 1;
        fo.open(
                "table-row",
                // A row that is longer than a page must break, so this is a wish, not an order.
                "keep-together.within-page",
                "5",
                // Neither the first row nor the last stands alone on a page.
                "keep-with-next.within-page",
                index == 0 && last > 0 ? "always" : "auto",
                "keep-with-previous.within-page",
                index == last && last > 0 ? "always" : "auto",
                "background-color",
                index % 2 == 1 ? "#f4f5f7" : "#ffffff");
        List<String> row = rows.get(index);
        for (int i = 0; i < row.size(); i++) {
            fo.open("table-cell", "padding", "1mm", "padding-right", gap(i), "border-bottom", "0.3pt solid #c8ccd2");
            writeLines(fo, row.get(i), align(columns.get(i)));
            fo.close();
        }
        fo.close();
    }

    /** A number ends where its column ends: words that follow would touch it. */
    private String gap(int column) {
        boolean wordsFollow =
                column + 1 < columns.size() && !columns.get(column + 1).numeric();
        return columns.get(column).numeric() && wordsFollow ? "4mm" : "1mm";
    }

    private static void writeLines(FoWriter fo, String text, String align) throws SAXException {
        if (text.isEmpty()) {
            fo.element("block");
        }
        for (String line : text.lines().toList()) {
            fo.open("block", "text-align", align).text(line).close();
        }
    }

    private static String align(Column column) {
        return column.numeric() ? "end" : "start";
    }
}
