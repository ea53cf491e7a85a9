package org.chartwarden.sink.reconcile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * One document as one of the two sides has it.
 *
 * @param standing what speaks for it when the other side has it not
 * @param time its @timestamp
 * @param told not later than its record was written into Kafka
 * @param partition of its record; -1 when Elasticsearch has it
 * @param offset of its record; -1 when Elasticsearch has it
 */
record Entry(
        Compared kind,
        String id,
        long version,
        Standing standing,
        Instant time,
        Instant told,
        int partition,
        long offset) {

    /** Which side has it, and whether the other one must have it too. */
    enum Standing {
        /** In Kafka, and the sink has been there. */
        DUE,
        /** In Kafka, and the sink has still to come there. */
        ON_ITS_WAY,
        /** In Kafka, but Elasticsearch did not take it: it is a dead letter. */
        REFUSED,
        /** In Kafka, but past its retention in Elasticsearch and under no hold. */
        EXPIRED,
        /** In Elasticsearch. */
        INDEXED
    }

    /** Of a document in Elasticsearch. */
    static Entry indexed(Compared kind, String id, long version, Instant time, Instant told) {
        return new Entry(kind, id, version, Standing.INDEXED, time, told, -1, -1);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(kind.ordinal());
        out.writeUTF(id);
        out.writeLong(version);
        out.writeByte(standing.ordinal());
        out.writeLong(time.toEpochMilli());
        out.writeLong(told.toEpochMilli());
        out.writeInt(partition);
        out.writeLong(offset);
    }

    static Entry read(DataInput in) throws IOException {
        return new Entry(
                Compared.values()[in.readByte()],
                in.readUTF(),
                in.readLong(),
                Standing.values()[in.readByte()],
                Instant.ofEpochMilli(in.readLong()),
                Instant.ofEpochMilli(in.readLong()),
                in.readInt(),
                in.readLong());
    }
}
