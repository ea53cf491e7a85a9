package org.chartwarden.producers.source;

/** A file is not taken as it is, since it would do harm. The message says why, and how to take it all the same. */
public final class HeldBackException extends Exception {

    private static final long serialVersionUID = 1;

    public HeldBackException(String message) {
        super(message);
    }
}
