package org.chartwarden.standalone.bench;

import java.io.IOException;
import java.util.function.LongSupplier;

/** How one door is loaded. */
interface Load {

    /** As people name the door. */
    String title();

    /** The name under which the producers count what came through it. */
    String source();

    /** Opens one connection; each is used by one thread. */
    Connection connect() throws IOException;

    /** One connection of a sender. */
    interface Connection extends AutoCloseable {

        /**
         * Sends some events, and returns when the door has said that they are stored; where it has no way to say so,
         * when they are sent.
         *
         * @param numbers gives each event its number
         * @return how many
         */
        int send(LongSupplier numbers) throws Exception;

        @Override
        void close() throws IOException;
    }
}
