package org.chartwarden.producers.delimited;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.yaml.Fields;

/** Reads how one field gets its value: the name of a column, or a mapping that says more. */
final class FieldRuleReader {

    private static final List<String> KEYS =
            List.of("column", "columns", "join", "empty", "pattern", "split", "values", "default", "format", "formats");

    private final String field;
    private final Type type;
    private final Entry entry;
    private final Fields fields;
    private final List<String> empty;

    private FieldRuleReader(String field, Type type, Entry entry, List<String> empty) {
        this.field = field;
        this.type = type;
        this.entry = entry;
        this.fields = entry.fields();
        this.empty = empty;
    }

    /**
     * The rule of a field.
     *
     * @param all the mapping of all fields
     * @param empty texts that mean nothing in every column
     */
    static Optional<FieldRule> read(Entry all, String field, Type type, List<String> empty) {
        Optional<Entry> detailed = all.map(field, KEYS);
        if (detailed.isPresent()) {
            return Optional.of(new FieldRuleReader(field, type, detailed.get(), empty).rule());
        }
        return all.fields()
                .text(field)
                .map(column -> new FieldRule(
                        new FieldRule.Cells(List.of(column), "", lower(empty)),
                        new FieldRule.Wording(Optional.empty(), Optional.empty(), Map.of(), Optional.empty()),
                        type.isTime() ? List.of(TimeFormat.of("iso")) : List.of()));
    }

    private FieldRule rule() {
        List<String> words = new ArrayList<>(empty);
        words.addAll(fields.texts("empty"));
        String join = fields.has("join")
                ? fields.scalar("join").map(text -> text.value()).orElse(" ")
                : " ";
        return new FieldRule(new FieldRule.Cells(columns(), join, lower(words)), wording(), formats());
    }

    private List<String> columns() {
        if (fields.has("columns") && fields.has("column")) {
            fields.problem("columns", "must not stand beside column");
        }
        List<String> columns = fields.has("columns")
                ? fields.texts("columns")
                : fields.text("column").stream().toList();
        if (columns.isEmpty() && fields.has("columns")) {
            fields.problem("columns", "must name at least one");
        }
        return columns;
    }

    private FieldRule.Wording wording() {
        Map<String, String> vocabulary = entry.vocabulary("values");
        vocabulary.values().forEach(word -> requireKnown("values", word));
        Optional<String> fallback = fields.has("default") ? fields.text("default") : Optional.empty();
        fallback.ifPresent(word -> requireKnown("default", word));
        if (fields.has("split") && !type.isList()) {
            fields.problem("split", "is for lists, and " + field + " is " + type.allowed());
        }
        return new FieldRule.Wording(
                fields.has("pattern")
                        ? fields.value(
                                "pattern", "a regular expression with one group", text -> CellPattern.of(text, 1))
                        : Optional.empty(),
                fields.has("split") ? fields.text("split") : Optional.empty(),
                vocabulary,
                fallback);
    }

    private void requireKnown(String key, String word) {
        if (!type.hasWords()) {
            fields.problem(key, "is for words, and " + field + " is " + type.allowed());
        } else if (!type.knows(word)) {
            fields.problem(key, "has \"" + word + "\", but " + field + " must be " + type.allowed());
        }
    }

    private List<TimeFormat> formats() {
        List<TimeFormat> formats = new ArrayList<>();
        if (fields.has("format")) {
            fields.value("format", TimeFormat.ALLOWED, TimeFormat::of).ifPresent(formats::add);
        }
        for (String text : fields.texts("formats")) {
            try {
                formats.add(TimeFormat.of(text));
            } catch (IllegalArgumentException e) {
                fields.problem("formats", "has \"" + text + "\", but each must be " + TimeFormat.ALLOWED);
            }
        }
        if (!type.isTime() && (fields.has("format") || fields.has("formats"))) {
            fields.problem(
                    fields.has("format") ? "format" : "formats",
                    "is for times, and " + field + " is " + type.allowed());
        }
        return formats.isEmpty() && type.isTime() ? List.of(TimeFormat.of("iso")) : formats;
    }

    private static Set<String> lower(List<String> words) {
        Set<String> lower = new HashSet<>();
        words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
