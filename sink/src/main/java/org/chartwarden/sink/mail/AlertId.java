package org.chartwarden.sink.mail;

import java.util.regex.Pattern;

/**
 * An alert's id, the only thing in a mail that tells alerts apart: a keyed hash, from which nobody can compute a person's
 * identifiers. No name with a capital, a space or a letter beyond ASCII passes for one.
 *
 * @param value 1 to 64 of the characters a to z, 0 to 9 and the hyphen
 */
public record AlertId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[0-9a-z-]{1,64}");

    /** @throws IllegalArgumentException when it is no alert's id; the message does not repeat it */
    public AlertId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("An alert's id has 1 to 64 of the characters a-z, 0-9 and -.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
