package org.chartwarden.standalone.stack;

import java.time.Duration;

/** Told how the start goes, for a person who waits. */
public interface Progress {

    /** For when nobody waits. */
    Progress NONE = (server, took) -> {};

    /**
     * @param server the server that can be used from now on
     * @param took since the start of the stack
     */
    void ready(String server, Duration took);
}
