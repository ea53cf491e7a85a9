package org.chartwarden.producers.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read, for whoever shows how far a source has been read. Used by one thread. */
public final class CountingInput extends FilterInputStream {

    private long count;

    public CountingInput(InputStream input) {
        super(input);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false; // what is read again would be counted again
    }

    /** Bytes so far. */
    public long count() {
        return count;
    }
}
