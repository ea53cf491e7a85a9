package org.chartwarden.producers.syslog;

import io.netty.buffer.ByteBuf;
import org.chartwarden.producers.net.Frame;
import org.chartwarden.producers.net.Framing;
import org.chartwarden.producers.net.FramingException;
import org.chartwarden.producers.source.Refusal;

/**
 * Both framings of syslog over a stream, told apart by the first byte of each message: octet counting ({@code 123
 * <85>1 …}, RFC 5425 section 4.3 and RFC 6587 section 3.4.1), and a line feed behind each message (RFC 6587 section
 * 3.4.2). A message that is too long comes in parts, each with a refusal, so that it is kept without being held whole.
 */
final class SyslogFraming implements Framing {

    /** A longer message comes in parts of this many bytes. */
    static final int MESSAGE_LIMIT = 1 << 20;

    /** A message that is longer than that ends the connection. */
    static final int TOTAL_LIMIT = 64 << 20;

    private static final int MOST_DIGITS = 10;

    /** Bytes to come of a message whose length was announced. */
    private long announced;

    /** Bytes taken of a message that comes in parts. */
    private long taken;

    private int part;

    /** Bytes of what has arrived in which there is no line feed. */
    private int searched;

    @Override
    public Frame next(ByteBuf arrived) throws FramingException {
        if (isBetweenMessages()) {
            skipBetweenMessages(arrived);
            if (!arrived.isReadable() || !begin(arrived)) {
                return null;
            }
        }
        return announced > 0 ? counted(arrived) : line(arrived);
    }

    private boolean isBetweenMessages() {
        return announced == 0 && taken == 0;
    }

    /** @return whether it is known by now how the message is framed */
    private boolean begin(ByteBuf arrived) throws FramingException {
        byte first = arrived.getByte(arrived.readerIndex());
        if (isDigit(first)) {
            readLength(arrived);
            return announced > 0;
        }
        if (first != '<') {
            throw new FramingException("A message must begin with its length in digits, or with <");
        }
        return true;
    }

    /** Some senders end a counted message with a line feed or a NUL that they do not count. */
    private static void skipBetweenMessages(ByteBuf arrived) {
        while (arrived.isReadable() && isFiller(arrived.getByte(arrived.readerIndex()))) {
            arrived.skipBytes(1);
        }
    }

    private void readLength(ByteBuf arrived) throws FramingException {
        long length = 0;
        int digits = 0;
        int available = Math.min(MOST_DIGITS + 1, arrived.readableBytes());
        while (digits < available && isDigit(arrived.getByte(arrived.readerIndex() + digits))) {
            length = length * 10 + arrived.getByte(arrived.readerIndex() + digits) - '0';
            digits++;
        }
        if (digits > MOST_DIGITS || length > TOTAL_LIMIT) {
            throw new FramingException("The length of a message must be at most %,d".formatted(TOTAL_LIMIT));
        }
        if (digits == available) {
            return;
        }
        if (length == 0 || arrived.getByte(arrived.readerIndex() + digits) != ' ') {
            throw new FramingException("The length of a message must be more than 0, and a space must follow");
        }
        arrived.skipBytes(digits + 1);
        announced = length;
    }

    private Frame counted(ByteBuf arrived) {
        boolean isLong = taken + announced > MESSAGE_LIMIT;
        int length = (int) Math.min(announced, MESSAGE_LIMIT);
        if (arrived.readableBytes() < length) {
            return null;
        }
        announced -= length;
        return isLong ? part(arrived, length, announced == 0) : Frame.of(take(arrived, length));
    }

    private Frame line(ByteBuf arrived) throws FramingException {
        int begin = arrived.readerIndex();
        int end = begin + Math.min(arrived.readableBytes(), MESSAGE_LIMIT + 1);
        int lineFeed = arrived.indexOf(begin + searched, end, (byte) '\n');
        if (lineFeed < 0) {
            searched = end - begin;
            return searched <= MESSAGE_LIMIT ? null : longLine(arrived);
        }
        searched = 0;
        boolean isLong = taken > 0;
        Frame frame = isLong ? part(arrived, lineFeed - begin, true) : Frame.of(take(arrived, lineFeed - begin));
        arrived.skipBytes(1);
        return frame;
    }

    private Frame longLine(ByteBuf arrived) throws FramingException {
        if (taken + MESSAGE_LIMIT > TOTAL_LIMIT) {
            throw new FramingException("A message must not be longer than %,d bytes".formatted(TOTAL_LIMIT));
        }
        searched = 0;
        return part(arrived, MESSAGE_LIMIT, false);
    }

    private Frame part(ByteBuf arrived, int length, boolean isLast) {
        part++;
        Frame frame = new Frame(
                take(arrived, length),
                new Refusal(
                        "The message is longer than %,d bytes; this is its part %d".formatted(MESSAGE_LIMIT, part)));
        taken += length;
        if (isLast) {
            taken = 0;
            part = 0;
        }
        return frame;
    }

    private static byte[] take(ByteBuf arrived, int length) {
        byte[] bytes = new byte[length];
        arrived.readBytes(bytes);
        return bytes;
    }

    @Override
    public Frame last(ByteBuf rest) {
        if (isBetweenMessages()) {
            skipBetweenMessages(rest);
            if (!rest.isReadable()) {
                return null;
            }
        }
        boolean isLine = isBetweenMessages() && rest.getByte(rest.readerIndex()) == '<';
        byte[] bytes = take(rest, rest.readableBytes());
        return isLine ? Frame.of(bytes) : new Frame(bytes, new Refusal("The connection ended within the message"));
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isFiller(byte character) {
        return character == '\n' || character == '\r' || character == 0;
    }
}
