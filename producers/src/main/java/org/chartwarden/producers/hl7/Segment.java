package org.chartwarden.producers.hl7;

import ca.uhn.hl7v2.parser.EncodingCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One segment, whose fields are cut out when they are asked for: that way any version is read, with local segments and
 * fields beyond the standard's, and in linear time.
 *
 * @param name such as {@code PID}
 * @param number which segment of that name it is, counted from 1
 * @param text the whole segment with its name
 */
record Segment(String name, int number, String text, EncodingCharacters encoding) {

    private static final String HEADER = "MSH";

    /** The first repetition; a blank one when the field is not there. */
    Field field(int number) {
        return new Field(path(number), Field.part(raw(number), encoding.getRepetitionSeparator(), 1), encoding);
    }

    /** The first component of the first repetition. */
    Optional<String> text(int number) {
        return field(number).text();
    }

    /** The repetitions that say something. */
    List<Field> fields(int number) {
        String raw = raw(number);
        char separator = encoding.getRepetitionSeparator();
        List<Field> fields = new ArrayList<>();
        int start = 0;
        for (int repetition = 1; start <= raw.length(); repetition++) {
            int next = raw.indexOf(separator, start);
            int end = next < 0 ? raw.length() : next;
            String path = repetition == 1 ? path(number) : path(number) + "(" + repetition + ")";
            Field field = new Field(path, raw.substring(start, end), encoding);
            if (!field.isBlank()) {
                fields.add(field);
            }
            start = end + 1;
        }
        return fields;
    }

    /** {@code PID-3}; {@code OBR(2)-4} in the second OBR. */
    String path(int field) {
        return path() + "-" + field;
    }

    /** {@code PID}; {@code OBR(2)} of the second OBR. */
    String path() {
        return number == 1 ? name : name + "(" + this.number + ")";
    }

    /** As it was sent, with all repetitions. In MSH, the separator behind the name is itself the first field (2.15.9.1). */
    String raw(int field) {
        return Field.part(text, encoding.getFieldSeparator(), HEADER.equals(name) ? field : field + 1);
    }
}
