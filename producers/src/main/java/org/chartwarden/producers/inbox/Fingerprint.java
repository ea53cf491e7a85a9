package org.chartwarden.producers.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What changes when a file is written to.
 *
 * @param size in bytes
 * @param modified when it was last written to
 * @param file which file it is (an inode), or null where the file system does not tell
 */
record Fingerprint(long size, FileTime modified, Object file) {

    private static final int CHUNK = 1 << 16;

    /** Of the file as it is now; of a link itself, not of what it leads to. */
    static Fingerprint of(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Fingerprint(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    /** The SHA-256 of a file's bytes as they are stored, in lower-case hexadecimal digits. */
    static String contentOf(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream input = Files.newInputStream(file)) {
            for (int read = input.read(chunk); read >= 0; read = input.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
