package org.chartwarden.reports.packet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One file of a packet.
 *
 * @param name lower-case letters, digits, dots and hyphens: so it cannot leave the folder into which it is unpacked
 * @param offset where its header begins in the packet
 * @param length in bytes
 * @param crc32 as ZIP has it
 * @param sha256 64 hexadecimal digits
 */
record PackedFile(String name, long offset, long length, long crc32, String sha256) {

    static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0," + (LONGEST_NAME - 1) + "}");
    private static final int BUFFER = 1 << 16;

    PackedFile {
        if (!isName(name)) {
            throw new IllegalArgumentException("a packet has no file of such a name");
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** A file that is to be packed. */
    static PackedFile of(Path file, long offset) throws IOException {
        Digests digests = new Digests();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digests.add(buffer, read);
            }
        }
        return digests.file(file.getFileName().toString(), offset);
    }

    /** Where its contents begin in the packet. */
    long dataOffset() {
        return offset + ZipLayout.headerLength(name);
    }

    long end() {
        return dataOffset() + length;
    }
}
