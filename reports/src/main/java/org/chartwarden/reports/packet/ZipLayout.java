package org.chartwarden.reports.packet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes of a ZIP file (APPNOTE 6.3.10) around its contents. Of all that ZIP allows, a packet uses one form: nothing
 * is compressed, every field that could vary is fixed, and the files are in order of their names. So the same contents
 * are always the same bytes, whatever Java writes them, and every byte of a packet follows from its contents: a changed
 * one cannot hide. Nothing can swell when it is unpacked either.
 */
final class ZipLayout {

    static final int HEADER_LENGTH = 30;
    static final int LOCAL_HEADER = 0x04034b50;
    /** A ZIP file without extensions holds no more. */
    static final long MOST_BYTES = 0xffffffffL;

    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int CENTRAL_HEADER_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 10; // files without compression
    private static final short NO_FLAGS = 0;
    private static final short STORED = 0;
    private static final short MIDNIGHT = 0;
    private static final short FIRST_OF_2000 = (2000 - 1980) << 9 | 1 << 5 | 1;

    private ZipLayout() {}

    static int headerLength(String name) {
        return HEADER_LENGTH + name.length();
    }

    /** What stands before a file's contents (4.3.7). */
    static byte[] header(PackedFile file) {
        ByteBuffer bytes = allocate(headerLength(file.name()));
        bytes.putInt(LOCAL_HEADER);
        putFacts(bytes, file);
        return bytes.put(name(file)).array();
    }

    /** What stands behind all contents (4.3.12 and 4.3.16). */
    static byte[] directory(List<PackedFile> files) {
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        files.forEach(file -> directory.writeBytes(entry(file)));
        long begin = files.isEmpty() ? 0 : files.get(files.size() - 1).end();
        directory.writeBytes(end(files.size(), directory.size(), begin));
        return directory.toByteArray();
    }

    private static byte[] entry(PackedFile file) {
        ByteBuffer bytes = allocate(CENTRAL_HEADER_LENGTH + file.name().length());
        bytes.putInt(CENTRAL_HEADER).putShort(VERSION);
        putFacts(bytes, file);
        bytes.putShort((short) 0) // no comment
                .putShort((short) 0) // on the first disk
                .putShort((short) 0) // no internal attributes
                .putInt(0) // no external ones
                .putInt((int) file.offset());
        return bytes.put(name(file)).array();
    }

    private static void putFacts(ByteBuffer bytes, PackedFile file) {
        bytes.putShort(VERSION)
                .putShort(NO_FLAGS)
                .putShort(STORED)
                .putShort(MIDNIGHT)
                .putShort(FIRST_OF_2000)
                .putInt((int) file.crc32())
                .putInt((int) file.length()) // compressed
                .putInt((int) file.length())
                .putShort((short) file.name().length())
                .putShort((short) 0); // no extra field
    }

    private static byte[] end(int files, int directoryLength, long begin) {
        return allocate(END_LENGTH)
                .putInt(END_OF_DIRECTORY)
                .putInt(0) // one disk
                .putShort((short) files)
                .putShort((short) files)
                .putInt(directoryLength)
                .putInt((int) begin)
                .putShort((short) 0) // no comment
                .array();
    }

    private static byte[] name(PackedFile file) {
        return file.name().getBytes(StandardCharsets.US_ASCII);
    }

    static ByteBuffer allocate(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
