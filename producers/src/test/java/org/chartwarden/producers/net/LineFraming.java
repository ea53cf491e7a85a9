package org.chartwarden.producers.net;

import io.netty.buffer.ByteBuf;
import org.chartwarden.producers.source.Refusal;

/** A line a message; one that begins with an exclamation mark breaks the protocol. */
final class LineFraming implements Framing {

    @Override
    public Frame next(ByteBuf arrived) throws FramingException {
        if (arrived.getByte(arrived.readerIndex()) == '!') {
            throw new FramingException("A line must not begin with an exclamation mark");
        }
        int length = arrived.bytesBefore((byte) '\n');
        if (length < 0) {
            return null;
        }
        Frame frame = Frame.of(bytes(arrived, length));
        arrived.skipBytes(1);
        return frame;
    }

    @Override
    public Frame last(ByteBuf rest) {
        return new Frame(bytes(rest, rest.readableBytes()), new Refusal("The line has no end"));
    }

    private static byte[] bytes(ByteBuf from, int length) {
        byte[] bytes = new byte[length];
        from.readBytes(bytes);
        return bytes;
    }
}
