package org.chartwarden.reports.pdf;

import java.util.Objects;

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
}
