package org.chartwarden.producers.hl7;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwarden.producers.source.Refusal;

/**
 * An element of a message, out of the path that a refusal names: {@code PID-3}, or {@code ORC(2)-12(3).1} with the
 * component 1 of the third repetition in the second segment of that name.
 *
 * @param field 0 for the segment as a whole
 * @param component 0 for the field as a whole
 */
record ErrorLocation(String segment, int number, int field, int repetition, int component) {

    private static final Pattern PATH =
            Pattern.compile("([A-Z][A-Z0-9]{2})(?:\\((\\d+)\\))?(?:-(\\d+)(?:\\((\\d+)\\))?(?:\\.(\\d+))?)?");

    /** Empty when it is no path of HL7. */
    static Optional<ErrorLocation> of(String path) {
        Matcher parts = PATH.matcher(path);
        return parts.matches()
                ? Optional.of(new ErrorLocation(
                        parts.group(1),
                        number(parts.group(2), 1),
                        number(parts.group(3), 0),
                        number(parts.group(4), 1),
                        number(parts.group(5), 0)))
                : Optional.empty();
    }

    private static int number(String text, int missing) {
        return text == null ? missing : Integer.parseInt(text);
    }

    /** Whether the message has something there. */
    boolean isIn(byte[] raw) {
        try {
            return segment.equals("MSH")
                    ? isTold(Header.of(raw).segment())
                    : Hl7Message.of(raw).all(segment).stream()
                            .filter(found -> found.number() == number)
                            .anyMatch(this::isTold);
        } catch (Refusal unreadable) {
            return true; // the element is why it cannot be read, so it is there
        }
    }

    private boolean isTold(Segment found) {
        return field == 0
                || (component == 0
                        ? !found.fields(field).isEmpty()
                        : found.field(field).text(component).isPresent());
    }

    /** ERR-2 (2.5.1, 2.A.28). */
    String text(char separator) {
        StringJoiner parts =
                new StringJoiner(String.valueOf(separator)).add(segment).add(String.valueOf(number));
        if (field > 0) {
            parts.add(String.valueOf(field)).add(String.valueOf(repetition));
        }
        if (component > 0) {
            parts.add(String.valueOf(component));
        }
        return parts.toString();
    }
}
