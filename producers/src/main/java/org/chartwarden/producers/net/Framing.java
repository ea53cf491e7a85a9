package org.chartwarden.producers.net;

import io.netty.buffer.ByteBuf;

/** Cuts the bytes of one connection into messages. One instance a connection; used by one thread. */
public interface Framing {

    /**
     * Takes the next message from what has arrived, and leaves the rest.
     *
     * @param arrived what was not taken yet
     * @return null when more bytes are needed
     * @throws FramingException when it cannot be told any more where messages begin
     */
    Frame next(ByteBuf arrived) throws FramingException;

    /**
     * What is left when the sender has closed the connection.
     *
     * @param rest never empty
     * @return null when it means nothing
     */
    Frame last(ByteBuf rest);
}
