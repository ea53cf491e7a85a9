package org.chartwarden.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's wire format: the byte 0, the schema's id as four bytes, big-endian, then Avro's binary encoding. */
final class WireFormat {

    static final int HEADER_LENGTH = 1 + Integer.BYTES;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(id).array();
    }

    /**
     * The id of the schema that the bytes were written with.
     *
     * @param topic for the error's message only
     * @throws SerializationException when the bytes are not in this format
     */
    static int schemaId(String topic, byte[] bytes) {
        if (bytes.length < HEADER_LENGTH) {
            throw notWireFormat(topic, "has " + bytes.length + " bytes");
        }
        if (bytes[0] != MAGIC) {
            throw notWireFormat(topic, "starts with the byte " + bytes[0]);
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    private static SerializationException notWireFormat(String topic, String what) {
        return new SerializationException("A record on the topic " + topic + " " + what
                + ", but must start with the byte 0 and the schema's id in four bytes (Confluent's wire format).");
    }
}
