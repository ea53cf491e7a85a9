package org.chartwarden.producers.reader;

import java.util.Optional;

/** Understands one kind of raw records, one at a time. Safe for use by many threads. */
public interface RecordReader {

    /**
     * Reads one raw record.
     *
     * @param raw its bytes, without what separates it from the next one
     * @return what goes to Kafka; empty when the record is understood but of a kind that nothing here needs
     * @throws Refusal when it cannot be understood
     */
    Optional<Outgoing<?>> read(byte[] raw) throws Refusal;
}
