package org.chartwarden.producers.atna;

import org.chartwarden.producers.source.Refusal;

/** Goes through the header of a syslog message, from its beginning to where its content begins. */
final class SyslogHeader {

    /** The longest that RFC 5424, section 6, allows for any of them. */
    private static final int LONGEST_FIELD = 255;

    /** How far into an RFC 3164 message the audit message may begin. */
    private static final int LONGEST_OLD_HEADER = 1_024;

    private static final int LONGEST_PRIORITY = 3;
    private static final int LARGEST_PRIORITY = 191;

    private final byte[] raw;
    private int position;

    SyslogHeader(byte[] raw) {
        this.raw = raw;
    }

    int position() {
        return position;
    }

    /** PRI: {@code <85>}. */
    void priority() throws Refusal {
        int value = 0;
        int digits = 0;
        expect('<', "PRI");
        while (isDigit(peek(0)) && digits < LONGEST_PRIORITY) {
            value = value * 10 + next() - '0';
            digits++;
        }
        if (digits == 0 || value > LARGEST_PRIORITY) {
            throw new Refusal("PRI", "must be 0 to " + LARGEST_PRIORITY + " in angle brackets");
        }
        expect('>', "PRI");
    }

    /** Whether VERSION follows, as in RFC 5424; it is passed over. */
    boolean isVersioned() {
        if (peek(0) != '1' || peek(1) != ' ') {
            return false;
        }
        position += 2;
        return true;
    }

    /** Passes over the next field and the space after it. */
    void field(String name) throws Refusal {
        int begin = position;
        while (peek(0) > ' ' && peek(0) < 0x7f && position - begin <= LONGEST_FIELD) {
            position++;
        }
        if (position == begin || position - begin > LONGEST_FIELD) {
            throw new Refusal(name, "must be 1 to " + LONGEST_FIELD + " printable ASCII characters");
        }
        expect(' ', name);
    }

    /** STRUCTURED-DATA and the space after it: {@code -}, or elements in brackets, whose values may hold brackets. */
    void structuredData() throws Refusal {
        if (peek(0) == '-') {
            position++;
        } else if (peek(0) == '[') {
            while (peek(0) == '[') {
                element();
            }
        } else {
            throw new Refusal("STRUCTURED-DATA", "must be - or begin with [");
        }
        if (position < raw.length) { // MSG may be missing altogether
            expect(' ', "STRUCTURED-DATA");
        }
    }

    private void element() throws Refusal {
        boolean isQuoted = false;
        for (int character = next(); character >= 0; character = next()) {
            if (isQuoted && character == '\\') {
                position++;
            } else if (character == '"') {
                isQuoted = !isQuoted;
            } else if (character == ']' && !isQuoted) {
                return;
            }
        }
        throw new Refusal("STRUCTURED-DATA", "has an element without its closing bracket");
    }

    /** Where the audit message begins in a message without VERSION. */
    int beginOfXml() throws Refusal {
        int end = Math.min(raw.length, position + LONGEST_OLD_HEADER);
        for (int at = position; at < end; at++) {
            if (raw[at] == '<') {
                return at;
            }
        }
        throw new Refusal(
                "VERSION",
                "must be 1 (RFC 5424); or, without it, an audit message must begin within " + LONGEST_OLD_HEADER
                        + " bytes");
    }

    private void expect(char character, String name) throws Refusal {
        if (next() != character) {
            throw new Refusal(name, "must be followed by what RFC 5424 asks for: " + expected(character));
        }
    }

    private static String expected(char character) {
        return character == ' ' ? "a space" : "the character " + character;
    }

    /** -1 behind the end. */
    private int next() {
        int character = peek(0);
        position = Math.min(raw.length, position + 1);
        return character;
    }

    private int peek(int ahead) {
        return position + ahead < raw.length ? raw[position + ahead] & 0xff : -1;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
