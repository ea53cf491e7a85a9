package org.chartwarden.producers.net;

/** The sender does not keep to the protocol, so that the connection is closed. What had arrived is kept. */
public final class FramingException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message what is wrong and what is allowed; must not quote the content */
    public FramingException(String message) {
        super(message);
    }
}
