package org.chartwarden.producers.delimited;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chartwarden.producers.source.Refusal;

/** Where each column stands. Names are compared without regard to case and to spaces around them. */
final class Header {

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private final int size;

    private Header(List<String> names, Collection<String> used) {
        for (int place = 0; place < names.size(); place++) {
            if (places.putIfAbsent(normal(names.get(place)), place) != null) {
                repeated.add(normal(names.get(place)));
            }
        }
        used.forEach(column -> this.used.put(column, places.get(normal(column))));
        this.size = names.size();
    }

    /**
     * The header of a file.
     *
     * @param line the bytes of its header line; not looked at when the format names the columns
     * @param required columns that must be there
     * @param used columns that are asked for, and must not be there twice
     * @throws Refusal naming all columns that are missing or there twice
     */
    static Header of(RowFormat format, byte[] line, Collection<String> required, Collection<String> used)
            throws Refusal {
        if (ByteOrderMark.isOnly(line)) {
            throw new Refusal("The file begins with the byte order mark of another Unicode encoding; the mapping says "
                    + format.charset().name());
        }
        if (!format.hasHeader()) {
            return new Header(format.columns(), used);
        }
        if (line.length == 0) {
            throw new Refusal("The file has no header line; " + names("it must name the columns ", required));
        }
        Header header = new Header(new RowParser(format).cells(line), used);
        header.require(required, used);
        return header;
    }

    private void require(Collection<String> required, Collection<String> used) throws Refusal {
        List<String> missing = required.stream()
                .filter(column -> !places.containsKey(normal(column)))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal("The header has %,d columns, but not ".formatted(size) + names("", missing));
        }
        List<String> twice = used.stream()
                .filter(column -> repeated.contains(normal(column)))
                .toList();
        if (!twice.isEmpty()) {
            throw new Refusal("The header has more than one column " + names("", twice));
        }
    }

    private static String names(String before, Collection<String> columns) {
        return before + String.join(", ", new TreeSet<>(columns));
    }

    int size() {
        return size;
    }

    /** From 0; null when there is no such column. To be asked for columns that are used, in their spelling. */
    Integer place(String column) {
        return used.get(column);
    }

    static String normal(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }
}
