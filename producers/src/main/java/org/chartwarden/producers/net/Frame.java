package org.chartwarden.producers.net;

import org.chartwarden.producers.source.Refusal;

/**
 * One message as it came over a socket, or a part of one that is too long.
 *
 * @param bytes without what frames them
 * @param refusal why it cannot even be handed to a reader; null when it can
 */
public record Frame(byte[] bytes, Refusal refusal) {

    /** A message that a reader may judge. */
    public static Frame of(byte[] bytes) {
        return new Frame(bytes, null);
    }
}
