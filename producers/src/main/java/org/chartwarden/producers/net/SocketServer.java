package org.chartwarden.producers.net;

import java.util.Optional;

/** A listener of this package. */
public interface SocketServer extends AutoCloseable {

    /** Where it listens; the one that was free when 0 was asked for. */
    int port();

    /** What the listener does not cope with, in words without a record's contents; empty when all is well. */
    Optional<String> problem();

    /** Accepts and reads nothing more, waits a while for what was taken to be acknowledged, answers it, and closes. */
    @Override
    void close();
}
