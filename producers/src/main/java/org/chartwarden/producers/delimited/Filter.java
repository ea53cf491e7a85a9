package org.chartwarden.producers.delimited;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.producers.source.Refusal;

/**
 * Which rows are needed: those that pass all filters.
 *
 * @param is the cell is one of these words, in lower case; no test when empty
 * @param isNot the cell is none of these words, in lower case
 * @param matches the cell matches; a blank one does not
 */
record Filter(String column, Set<String> is, Set<String> isNot, Optional<CellPattern> matches) {

    Filter {
        is = Set.copyOf(is);
        isNot = Set.copyOf(isNot);
    }

    boolean passes(Row row) throws Refusal {
        String text = row.cell(column).orElse("");
        String word = text.toLowerCase(Locale.ROOT);
        return (is.isEmpty() || is.contains(word))
                && !isNot.contains(word)
                && (matches.isEmpty() || matches.get().matches(text, "column " + column));
    }
}
