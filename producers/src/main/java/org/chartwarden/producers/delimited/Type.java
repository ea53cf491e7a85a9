package org.chartwarden.producers.delimited;

import java.util.Optional;
import java.util.function.Function;

/** What a field holds, and by that what its mapping may say. */
enum Type {
    TEXT("a text", Optional::of),
    LIST("a list of texts", Optional::of),
    ACTION("C, R, U, D or E", Words::action),
    CATEGORY("record, search, export, authentication, security or other", Words::category),
    OUTCOME("success, minor-failure, serious-failure, major-failure, 0, 4, 8 or 12", Words::outcome),
    FLAG("true or false, yes or no, y or n, 1 or 0", Words::flag),
    MEMBER_KIND("person, device or service", Words::memberKind),
    DAYS("days of the week such as Monday, Mon or 1", Words::day),
    NUMBER("a decimal number", null),
    TIME("a date with a time of day", null),
    BEGIN("a date, with or without a time of day", null),
    END("a date, with or without a time of day", null),
    UNTIL("a date, with or without a time of day", null),
    TIME_OF_DAY("a time of day", null);

    private final String allowed;
    private final Function<String, ? extends Optional<?>> words;

    Type(String allowed, Function<String, ? extends Optional<?>> words) {
        this.allowed = allowed;
        this.words = words;
    }

    String allowed() {
        return allowed;
    }

    /** Whether the words of a source can be translated into its own by a vocabulary. */
    boolean hasWords() {
        return words != null;
    }

    /** Whether it is written in a format. */
    boolean isTime() {
        return switch (this) {
            case TIME, BEGIN, END, UNTIL, TIME_OF_DAY -> true;
            case TEXT, LIST, ACTION, CATEGORY, OUTCOME, FLAG, MEMBER_KIND, DAYS, NUMBER -> false;
        };
    }

    boolean isList() {
        return this == LIST || this == DAYS;
    }

    /** Whether it understands this word without a vocabulary. */
    boolean knows(String word) {
        return words.apply(word).isPresent();
    }
}
