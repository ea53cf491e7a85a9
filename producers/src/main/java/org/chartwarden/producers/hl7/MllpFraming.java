package org.chartwarden.producers.hl7;

import io.netty.buffer.ByteBuf;
import org.chartwarden.producers.net.Frame;
import org.chartwarden.producers.net.Framing;
import org.chartwarden.producers.net.FramingException;
import org.chartwarden.producers.source.Refusal;

/**
 * MLLP, release 1: a block is {@code 0x0B}, the message, {@code 0x1C 0x0D}. It ends with {@code 0x1C}, whatever follows:
 * some leave the carriage return out, some send a line feed. Neither of the two marks can be in a message.
 */
final class MllpFraming implements Framing {

    /** The longest message, in bytes. */
    static final int LIMIT = 4 << 20;

    static final byte BEGIN = 0x0b;
    static final byte END = 0x1c;

    /** The block's first mark was taken. */
    private boolean isWithin;
    /** How much of what has arrived was looked through already: a message that drips is not looked through anew. */
    private int searched;

    @Override
    public Frame next(ByteBuf arrived) throws FramingException {
        if (!isWithin && !begins(arrived)) {
            return null;
        }
        int from = arrived.readerIndex() + searched;
        int mark = arrived.forEachByte(from, arrived.writerIndex() - from, value -> value != BEGIN && value != END);
        if (mark < 0) {
            searched = arrived.readableBytes();
            return null;
        }
        searched = 0;
        byte[] message = new byte[mark - arrived.readerIndex()];
        arrived.readBytes(message);
        isWithin = arrived.readByte() == BEGIN;
        return isWithin
                ? new Frame(message, new Refusal("The block has no end (0x1C 0x0D) before the next one begins (0x0B)"))
                : Frame.of(message);
    }

    /** Passes over what may stand between blocks: line ends. */
    private boolean begins(ByteBuf arrived) throws FramingException {
        while (!isWithin && arrived.isReadable()) {
            byte next = arrived.getByte(arrived.readerIndex());
            if (next != BEGIN && next != '\r' && next != '\n') {
                throw new FramingException("Bytes stand outside a block; MLLP begins each message with 0x0B");
            }
            isWithin = next == BEGIN;
            arrived.skipBytes(1);
        }
        return isWithin;
    }

    @Override
    public Frame last(ByteBuf rest) {
        byte[] bytes = new byte[rest.readableBytes()];
        rest.readBytes(bytes);
        return new Frame(
                bytes,
                new Refusal(
                        "The connection ended before the block did (0x1C 0x0D); it was not acknowledged, so that the"
                                + " sender has to send the message again"));
    }

    /** A message with the marks around it. */
    static byte[] block(byte[] message) {
        byte[] block = new byte[message.length + 3];
        block[0] = BEGIN;
        System.arraycopy(message, 0, block, 1, message.length);
        block[message.length + 1] = END;
        block[message.length + 2] = '\r';
        return block;
    }
}
