package org.chartwarden.reports.packet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** What is computed over a file's bytes, in one pass. */
final class Digests {

    private final CRC32 crc = new CRC32();
    private final MessageDigest sha256;
    private long length;

    Digests() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void add(byte[] bytes, int count) {
        crc.update(bytes, 0, count);
        sha256.update(bytes, 0, count);
        length += count;
    }

    /** To be called once. */
    PackedFile file(String name, long offset) {
        return new PackedFile(
                name, offset, length, crc.getValue(), HexFormat.of().formatHex(sha256.digest()));
    }
}
