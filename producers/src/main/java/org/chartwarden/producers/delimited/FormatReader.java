package org.chartwarden.producers.delimited;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.chartwarden.yaml.Fields;

/** Reads how the rows of a file are written. */
final class FormatReader {

    static final List<String> KEYS = List.of("charset", "delimiter", "quote", "comment", "skip", "columns");

    private static final String CHARSETS = "(?i)UTF-8|US-ASCII|ISO-8859-[0-9]{1,2}|windows-125[0-8]";

    private final Fields fields;

    FormatReader(Fields fields) {
        this.fields = fields;
    }

    RowFormat read() {
        char delimiter = optional("delimiter", "comma, semicolon, tab, pipe, or one ASCII character", this::delimiter)
                .orElse(',');
        char quote =
                optional("quote", "one ASCII character, or none", this::quote).orElse('"');
        if (delimiter == quote) {
            fields.problem("quote", "must be another character than the delimiter");
        }
        return new RowFormat(
                optional("charset", "UTF-8, US-ASCII, ISO-8859-1 to -16, or windows-1250 to -1258", this::charset)
                        .orElse(StandardCharsets.UTF_8),
                delimiter,
                quote,
                optional("comment", "ASCII characters", this::ascii).orElse(""),
                optional("skip", "a number of lines from 0 to 1000", this::lines)
                        .orElse(0),
                columns());
    }

    private List<String> columns() {
        List<String> columns = fields.texts("columns");
        if (fields.has("columns") && columns.isEmpty()) {
            fields.problem("columns", "must name the columns; leave it out when the file has a header line");
        }
        if (columns.stream().map(Header::normal).distinct().count() < columns.size()) {
            fields.problem("columns", "must name each column once");
        }
        return columns;
    }

    private <T> Optional<T> optional(String key, String allowed, Function<String, T> parser) {
        return fields.has(key) ? fields.value(key, allowed, parser) : Optional.empty();
    }

    private Charset charset(String name) {
        if (!name.matches(CHARSETS)) {
            throw new IllegalArgumentException(name);
        }
        return Charset.forName(name);
    }

    private char delimiter(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab" -> '\t';
            case "pipe" -> '|';
            default -> character(text);
        };
    }

    private char quote(String text) {
        return text.equals("none") ? RowFormat.NO_QUOTE : character(text);
    }

    private char character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return ascii(text).charAt(0);
    }

    private String ascii(String text) {
        if (text.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private int lines(String text) {
        int lines = Integer.parseInt(text);
        if (lines < 0 || lines > 1_000) {
            throw new IllegalArgumentException(text);
        }
        return lines;
    }
}
