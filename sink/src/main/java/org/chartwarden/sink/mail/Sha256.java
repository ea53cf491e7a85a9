package org.chartwarden.sink.mail;

import java.util.regex.Pattern;

/**
 * A SHA-256 digest.
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record Sha256(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when it is none; the message does not repeat it */
    public Sha256 {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("A SHA-256 digest has 64 hexadecimal digits in lower case.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
