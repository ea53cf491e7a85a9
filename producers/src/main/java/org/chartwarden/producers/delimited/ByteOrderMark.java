package org.chartwarden.producers.delimited;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The bytes by which some programs say at the begin of a file which Unicode it is (Unicode 23.8). */
final class ByteOrderMark {

    private static final byte[] NONE = {};
    private static final byte[] UTF_8 = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final List<byte[]> UTF_16 =
            List.of(new byte[] {(byte) 0xff, (byte) 0xfe}, new byte[] {(byte) 0xfe, (byte) 0xff});

    private ByteOrderMark() {}

    /**
     * Skips the mark.
     *
     * @return what contradicts the charset; empty when all is well
     */
    static byte[] take(BufferedInputStream text, Charset charset) throws IOException {
        text.mark(UTF_8.length);
        byte[] begin = text.readNBytes(UTF_8.length);
        text.reset();
        if (Arrays.equals(begin, UTF_8)) {
            text.skipNBytes(UTF_8.length);
            return charset.equals(StandardCharsets.UTF_8) ? NONE : begin;
        }
        return UTF_16.stream()
                .filter(mark -> Arrays.equals(mark, Arrays.copyOf(begin, mark.length)))
                .findFirst()
                .orElse(NONE);
    }

    /** Whether this is nothing but a mark: what {@link #take} tells of a file in another charset. */
    static boolean isOnly(byte[] header) {
        return Arrays.equals(header, UTF_8) || UTF_16.stream().anyMatch(mark -> Arrays.equals(header, mark));
    }
}
