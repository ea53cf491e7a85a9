package org.chartwarden.producers.source;

/**
 * A record as it stands in a file.
 *
 * @param bytes without what separates it from the next one
 * @param position where it stands, such as {@code line 7, entry 2}; empty when it is the whole file
 * @param refusal why it cannot even be handed to a reader, such as its length; null when it can
 */
public record RawRecord(byte[] bytes, String position, Refusal refusal) {

    /** A record that a reader may judge. */
    public static RawRecord of(byte[] bytes, String position) {
        return new RawRecord(bytes, position, null);
    }
}
