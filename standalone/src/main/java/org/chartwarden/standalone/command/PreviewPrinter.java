package org.chartwarden.standalone.command;

import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.chartwarden.producers.ingest.Preview.Shown;
import org.chartwarden.standalone.terminal.Terminal;

/**
 * Shows a record field by field. The one place where contents are shown: to the person who holds the file that they stand
 * in.
 */
final class PreviewPrinter {

    private static final int LONGEST_VALUE = 200;

    private PreviewPrinter() {}

    static void print(Shown shown, Terminal terminal) {
        terminal.line(
                "%s -> %s",
                clean(shown.origin().toString()), shown.record().topic().name());
        SpecificRecord record = shown.record().value();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (!isEmpty(value)) {
                terminal.line("  %-18s %s", field.name(), clean(value.toString()));
            }
        }
        terminal.line("");
    }

    private static boolean isEmpty(Object value) {
        return value == null
                || value instanceof Collection<?> values && values.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** What a file holds must not steer the terminal. */
    private static String clean(String value) {
        String visible = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
        return visible.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
