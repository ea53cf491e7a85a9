package org.chartwarden.producers.delimited;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartwarden.producers.source.Refusal;

/**
 * How a field gets its words from a row.
 *
 * @param cells where they stand
 * @param wording what becomes of them
 * @param formats of a time: the first that fits counts; else empty
 */
record FieldRule(Cells cells, Wording wording, List<TimeFormat> formats) {

    FieldRule {
        formats = List.copyOf(formats);
    }

    /**
     * Where a value stands.
     *
     * @param columns one, or several that are joined; none for a constant
     * @param join between the cells of several columns; blank cells are left out
     * @param empty texts, in lower case, that mean that nothing is told
     */
    record Cells(List<String> columns, String join, Set<String> empty) {

        Cells {
            columns = List.copyOf(columns);
            empty = Set.copyOf(empty);
        }

        Optional<String> text(Row row) throws Refusal {
            List<String> found = new ArrayList<>();
            for (String column : columns) {
                row.cell(column)
                        .filter(text -> !empty.contains(text.toLowerCase(Locale.ROOT)))
                        .ifPresent(found::add);
            }
            return found.isEmpty() ? Optional.empty() : Optional.of(String.join(join, found));
        }
    }

    /**
     * What becomes of a text.
     *
     * @param pattern its group is taken instead of the whole cell; a cell that does not match tells nothing
     * @param split between the items of a list
     * @param vocabulary the source's words in lower case, and ours; other words stay as they are
     * @param fallback the word when nothing is told, or nothing that is understood
     */
    record Wording(
            Optional<CellPattern> pattern,
            Optional<String> split,
            Map<String, String> vocabulary,
            Optional<String> fallback) {

        Wording {
            vocabulary = Map.copyOf(vocabulary);
        }

        private Stream<String> items(String text) {
            return split.isEmpty() ? Stream.of(text) : Stream.of(text.split(Pattern.quote(split.get())));
        }

        private String translated(String word) {
            return vocabulary.getOrDefault(word.toLowerCase(Locale.ROOT), word);
        }
    }

    /** A value that is the same in all rows. */
    static FieldRule constant(String word) {
        return new FieldRule(
                new Cells(List.of(), "", Set.of()),
                new Wording(Optional.empty(), Optional.empty(), Map.of(), Optional.of(word)),
                List.of());
    }

    /** What the row tells, translated, each once; the fallback when it tells nothing. */
    List<String> words(Row row) throws Refusal {
        Optional<String> text = cells.text(row);
        if (text.isPresent() && wording.pattern().isPresent()) {
            text = wording.pattern().get().group(text.get(), path());
        }
        List<String> words = text.stream()
                .flatMap(wording::items)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(wording::translated)
                .distinct()
                .toList();
        return words.isEmpty() ? wording.fallback().stream().toList() : words;
    }

    /** How a message names it. */
    String path() {
        return cells.columns().size() == 1
                ? "column " + cells.columns().get(0)
                : "columns " + String.join(", ", cells.columns());
    }
}
