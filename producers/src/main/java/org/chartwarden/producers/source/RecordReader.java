package org.chartwarden.producers.source;

import java.time.Instant;
import java.util.List;

/** Understands one kind of raw records, one at a time. Safe for use by many threads. */
public interface RecordReader {

    /** The feed by whose name a dead letter finds this reader again. */
    String feed();

    /** What stands before the records and was needed to make this reader: a header line. Mostly empty. */
    default byte[] header() {
        return new byte[0];
    }

    /** When the records' file was written, where what they say holds since then; null where they tell it themselves. */
    default Instant asOf() {
        return null;
    }

    /**
     * Reads one raw record.
     *
     * @param raw its bytes, without what separates it from the next one
     * @return what goes to Kafka, mostly one; an act on several patients is several accesses; none when the record is
     *     understood but of a kind that nothing here needs
     * @throws Refusal when it cannot be understood
     */
    List<Outgoing<?>> read(byte[] raw) throws Refusal;
}
