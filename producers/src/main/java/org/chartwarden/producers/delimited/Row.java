package org.chartwarden.producers.delimited;

import java.util.List;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;

/** The cells of one row by the names of their columns. */
record Row(Header header, List<String> cells) {

    /** @throws Refusal when there are more or fewer cells than columns */
    static Row of(Header header, List<String> cells) throws Refusal {
        if (cells.size() != header.size() && !isBlank(cells)) {
            throw new Refusal(
                    "The row has %,d cells, and there are %,d columns".formatted(cells.size(), header.size()));
        }
        return new Row(header, cells);
    }

    /** Spreadsheets write such rows below the last one. */
    boolean isBlank() {
        return isBlank(cells);
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    /**
     * What stands in a column, without the spaces around it; empty when blank, or when the file has no such column.
     *
     * @throws Refusal when it has a control character other than tab, line feed and carriage return
     */
    Optional<String> cell(String column) throws Refusal {
        Integer place = header.place(column);
        String text = place == null ? "" : cells.get(place).strip();
        if (text.chars().anyMatch(Row::isForbidden)) {
            throw new Refusal(
                    "column " + column, "has a control character; only tab, line feed and carriage return are allowed");
        }
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    private static boolean isForbidden(int character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r';
    }
}
