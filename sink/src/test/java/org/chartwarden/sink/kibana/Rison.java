package org.chartwarden.sink.kibana;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the part of rison that addresses of Kibana here have: objects and strings. */
final class Rison {

    private final String text;
    private int position;

    private Rison(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when it is not well-formed */
    static Object parse(String text) {
        Rison rison = new Rison(text);
        Object value = rison.value();
        if (rison.position < text.length()) {
            throw new IllegalArgumentException("something follows at " + rison.position + " in " + text);
        }
        return value;
    }

    private Object value() {
        return switch (peek()) {
            case '(' -> object();
            case '\'' -> quoted();
            default -> bare();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('(');
        while (peek() != ')') {
            if (!members.isEmpty()) {
                expect(',');
            }
            String name = bare();
            expect(':');
            members.put(name, value());
        }
        expect(')');
        return members;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        expect('\'');
        while (peek() != '\'') {
            if (peek() == '!') {
                position++;
            }
            value.append(peek());
            position++;
        }
        expect('\'');
        return value.toString();
    }

    private String bare() {
        int start = position;
        while (position < text.length() && " '!:(),*@$".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        if (position == start) {
            throw new IllegalArgumentException("a word is missing at " + start + " in " + text);
        }
        return text.substring(start, position);
    }

    private char peek() {
        if (position == text.length()) {
            throw new IllegalArgumentException("it ends too early: " + text);
        }
        return text.charAt(position);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new IllegalArgumentException("no " + wanted + " at " + position + " in " + text);
        }
        position++;
    }
}
