package org.chartwarden.reports.packet;

/** A packet is not as it was made. The message names the first thing that is wrong, without any contents. */
final class BrokenPacketException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenPacketException(String message) {
        super(message);
    }

    BrokenPacketException(String message, Throwable cause) {
        super(message, cause);
    }
}
