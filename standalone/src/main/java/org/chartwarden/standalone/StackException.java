package org.chartwarden.standalone;

/**
 * The embedded servers cannot be started or have stopped by themselves.
 *
 * <p>The message is one line for the person at the terminal: what is wrong, where, and what to do about it.
 */
public final class StackException extends RuntimeException {

    /** @param message one line for the person at the terminal */
    public StackException(String message) {
        super(message);
    }

    /**
     * @param message one line for the person at the terminal
     * @param cause what the system said
     */
    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
