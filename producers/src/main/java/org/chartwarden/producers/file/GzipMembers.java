package org.chartwarden.producers.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * All members of a gzip stream (RFC 1952), one after another. {@link java.util.zip.GZIPInputStream} takes a member that is
 * damaged, or that has not arrived yet, for the end. Here only the end of the input is one: anything else behind a
 * member than another member or zeros is a {@link ZipException}, and a member that breaks off an {@link EOFException}.
 */
final class GzipMembers extends FilterInputStream {

    static final int FIRST = 0x1f;
    static final int SECOND = 0x8b;

    private static final int CHUNK = 1 << 16;
    private static final int DEFLATED = 8;
    private static final int HEADER_REST = 6;
    private static final int CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;
    private static final long LAST_32_BITS = 0xffffffffL;

    private final PushbackInputStream raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private boolean inside;

    GzipMembers(InputStream input) {
        super(new PushbackInputStream(input, CHUNK));
        this.raw = (PushbackInputStream) in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = 0;
        while (read == 0 && length > 0) {
            if (inflater.finished()) {
                end(); // not before what was inflated has been handed out
            }
            if (!inside && !begin()) {
                return -1;
            }
            read = inflate(target, offset, length);
            checksum.update(target, offset, read);
        }
        return read;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int read = inflater.inflate(target, offset, length);
            if (inflater.needsDictionary()) {
                throw new ZipException("A dictionary is needed");
            }
            if (read == 0 && inflater.needsInput() && !inflater.finished()) {
                fill();
            }
            return read;
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private void fill() throws IOException {
        filled = raw.read(chunk);
        if (filled < 0) {
            throw new EOFException();
        }
        inflater.setInput(chunk, 0, filled);
    }

    /** Reads a header; tells whether there was one. Some programs fill up what they write with zeros. */
    private boolean begin() throws IOException {
        int first = raw.read();
        while (first == 0) {
            first = raw.read();
        }
        if (first < 0) {
            return false;
        }
        if (first != FIRST || next() != SECOND || next() != DEFLATED) {
            throw new ZipException("Not in gzip format");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("Reserved flags are set");
        }
        skip(HEADER_REST);
        skip((flags & EXTRA) == 0 ? 0 : (int) number(2));
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        skip((flags & CHECKSUM) == 0 ? 0 : 2);
        inside = true;
        return true;
    }

    /** Gives back what was read too much, and compares the member with what it says of itself. */
    private void end() throws IOException {
        int left = inflater.getRemaining();
        raw.unread(chunk, filled - left, left);
        boolean whole = number(4) == checksum.getValue() && number(4) == (inflater.getBytesWritten() & LAST_32_BITS);
        inflater.reset();
        checksum.reset();
        inside = false;
        if (!whole) {
            throw new ZipException("The checksum or the length is another");
        }
    }

    private int next() throws IOException {
        int next = raw.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    private long number(int bytes) throws IOException {
        long number = 0;
        for (int index = 0; index < bytes; index++) {
            number |= (long) next() << Byte.SIZE * index;
        }
        return number;
    }

    private void skip(int bytes) throws IOException {
        for (int index = 0; index < bytes; index++) {
            next();
        }
    }

    private void skipText(int flag) throws IOException {
        if (flag != 0) {
            while (next() != 0) {
                continue; // a file's name or a comment
            }
        }
    }

    @Override
    public long skip(long bytes) {
        throw new UnsupportedOperationException("Is read, not skipped");
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        super.close();
    }
}
