package org.chartwarden.reports.pdf;

import java.util.Objects;

/**
 * One column of a table.
 *
 * @param name its header
 * @param share of the width, beside the shares of the others; above zero
 * @param numeric aligned to the right
 */
public record Column(String name, double share, boolean numeric) {

    public Column {
        Objects.requireNonNull(name, "name");
        if (share <= 0) {
            throw new IllegalArgumentException("column " + name + " has the share " + share + ", but must have some");
        }
    }

    /** Of words. */
    public static Column text(String name, double share) {
        return new Column(name, share, false);
    }

    /** Of numbers. */
    public static Column number(String name, double share) {
        return new Column(name, share, true);
    }
}
