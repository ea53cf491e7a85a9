package org.chartwarden.reports.pdf;

import java.util.Objects;
import org.chartwarden.reports.Words;

/**
 * A name and what it stands for.
 *
 * @param name in words
 * @param value as it is shown
 */
public record Fact(String name, String value) {

    public Fact {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** How many there are of what is named. */
    public static Fact count(long number, String one, String many) {
        return new Fact(number == 1 ? one : many, Words.number(number));
    }
}
