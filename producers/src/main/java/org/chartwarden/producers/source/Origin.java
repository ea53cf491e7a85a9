package org.chartwarden.producers.source;

/**
 * Where a raw record came from.
 *
 * @param source a file name, a feed or an address
 * @param position a line, or an entry of a Bundle; both count from 1
 */
public record Origin(String source, String position) {

    /** A part of what stands here: {@code line 7} becomes {@code line 7, entry 2}. */
    public Origin at(String part) {
        return new Origin(source, position.isEmpty() ? part : position + ", " + part);
    }

    @Override
    public String toString() {
        return position.isEmpty() ? source : source + ", " + position;
    }
}
