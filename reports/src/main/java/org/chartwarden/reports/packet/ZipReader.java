package org.chartwarden.reports.packet;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a packet from its first byte to its last, in little memory, and accepts nothing but what {@link ZipWriter}
 * writes: what it has read is rebuilt by {@link ZipLayout}, and must be the same bytes. No ZIP library is asked, since
 * these read either the headers or the directory, and so overlook what the other says.
 */
final class ZipReader {

    private static final int MOST_FILES = 1_000;
    private static final int BUFFER = 1 << 16;
    private static final int CRC_AT = 14;
    private static final int LENGTH_AT = 22;
    private static final int NAME_LENGTH_AT = 26;

    private final FileChannel packet;
    private final InputStream in;
    private final List<PackedFile> files = new ArrayList<>();
    private long position;

    private ZipReader(FileChannel packet) throws IOException {
        this.packet = packet;
        this.in = new BufferedInputStream(Channels.newInputStream(packet.position(0)), BUFFER);
    }

    /** Every file of the packet, each with the digests of what it really holds. */
    static List<PackedFile> read(FileChannel packet) throws IOException, BrokenPacketException {
        ZipReader reader = new ZipReader(packet);
        try {
            return reader.read();
        } catch (EOFException e) {
            throw new BrokenPacketException("the packet ends too early, at byte " + packet.size(), e);
        }
    }

    /** The contents of one file. */
    static InputStream open(FileChannel packet, PackedFile file) {
        return new BufferedInputStream(new PackedInput(packet, file), BUFFER);
    }

    private List<PackedFile> read() throws IOException, BrokenPacketException {
        byte[] begin = take(Integer.BYTES);
        while (little(begin).getInt() == ZipLayout.LOCAL_HEADER) {
            readFile(begin);
            begin = take(Integer.BYTES);
        }
        if (files.isEmpty()) {
            throw new BrokenPacketException("the file is not a packet: it does not begin as a ZIP file does");
        }
        readDirectory(begin);
        return files;
    }

    private void readFile(byte[] begin) throws IOException, BrokenPacketException {
        long offset = position - begin.length;
        byte[] header = Arrays.copyOf(begin, ZipLayout.HEADER_LENGTH);
        byte[] rest = take(header.length - begin.length);
        System.arraycopy(rest, 0, header, begin.length, rest.length);
        String name = name(Short.toUnsignedInt(little(header).getShort(NAME_LENGTH_AT)));
        Digests digests = new Digests();
        skim(name, Integer.toUnsignedLong(little(header).getInt(LENGTH_AT)), digests);
        PackedFile file = digests.file(name, offset);
        if (Integer.toUnsignedLong(little(header).getInt(CRC_AT)) != file.crc32()) {
            throw new BrokenPacketException(name + " was changed: its bytes do not have the checksum in its header");
        }
        if (!Arrays.equals(ZipLayout.header(file), 0, header.length, header, 0, header.length)) {
            throw new BrokenPacketException("the header of " + name + " was changed");
        }
        files.add(file);
    }

    private String name(int length) throws IOException, BrokenPacketException {
        String name = length > PackedFile.LONGEST_NAME ? "" : new String(take(length), StandardCharsets.US_ASCII);
        String last = files.isEmpty() ? "" : files.get(files.size() - 1).name();
        if (!PackedFile.isName(name) || files.size() == MOST_FILES) {
            throw new BrokenPacketException("the file behind '" + last + "' has a name that no file of a packet has");
        }
        if (name.compareTo(last) <= 0) {
            throw new BrokenPacketException(name + " is in it twice, or at the wrong place");
        }
        return name;
    }

    private void skim(String name, long length, Digests digests) throws IOException, BrokenPacketException {
        if (length > packet.size() - position) {
            throw new BrokenPacketException("the packet ends too early, within " + name);
        }
        byte[] buffer = new byte[BUFFER];
        for (long left = length; left > 0; ) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            if (read == 0) {
                throw new EOFException();
            }
            digests.add(buffer, read);
            left -= read;
            position += read;
        }
    }

    private void readDirectory(byte[] begin) throws IOException, BrokenPacketException {
        byte[] expected = ZipLayout.directory(files);
        byte[] found = Arrays.copyOf(begin, expected.length);
        byte[] rest = take(expected.length - begin.length);
        System.arraycopy(rest, 0, found, begin.length, rest.length);
        int wrong = Arrays.mismatch(expected, found);
        if (wrong >= 0) {
            throw new BrokenPacketException(
                    "the list of files at the packet's end was changed, at byte " + (position - found.length + wrong));
        }
        if (in.read() >= 0) {
            throw new BrokenPacketException("something was appended to the packet, from byte " + position + " on");
        }
    }

    private byte[] take(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        position += bytes.length;
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
