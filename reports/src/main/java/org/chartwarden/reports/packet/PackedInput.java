package org.chartwarden.reports.packet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The contents of one file of a packet. Several can be read side by side; closing one leaves the packet open. */
final class PackedInput extends InputStream {

    private final FileChannel packet;
    private final long end;
    private long position;

    PackedInput(FileChannel packet, PackedFile file) {
        this.packet = packet;
        this.position = file.dataOffset();
        this.end = file.end();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int most = (int) Math.min(length, end - position);
        int read = position == end ? -1 : packet.read(ByteBuffer.wrap(bytes, offset, most), position);
        position += Math.max(0, read);
        return read;
    }
}
