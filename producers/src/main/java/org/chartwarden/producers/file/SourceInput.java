package org.chartwarden.producers.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a source, uncompressed. A compressed source that breaks off or is damaged ends there instead of failing,
 * so that what came before can be used; {@link #damage} then says so.
 */
public final class SourceInput extends FilterInputStream {

    private static final int PEEKED = 1 << 16;

    private boolean damaged;

    private SourceInput(InputStream input) {
        super(input);
    }

    /** Recognises gzip by its first two bytes (RFC 1952). */
    public static SourceInput open(InputStream raw) throws IOException {
        BufferedInputStream input = new BufferedInputStream(raw, PEEKED);
        input.mark(2);
        boolean gzip = input.read() == GzipMembers.FIRST && input.read() == GzipMembers.SECOND;
        input.reset();
        return new SourceInput(gzip ? new GzipMembers(input) : input);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return damaged ? -1 : super.read(target, offset, length);
        } catch (EOFException | ZipException e) {
            damaged = true;
            return -1;
        }
    }

    /** Whether the compressed source broke off or was damaged where it ended. */
    public boolean damaged() {
        return damaged;
    }
}
