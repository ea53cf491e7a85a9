package org.chartwarden.streams;

import org.chartwarden.serde.AvroSerializer;

/**
 * Lets tests without a serde build records: Avro refuses our classes as defaults of a builder until the first serde has
 * vouched for them.
 */
public final class TrustedRecords {

    static {
        new AvroSerializer<>().close();
    }

    private TrustedRecords() {}

    /** The work is done once, when this class is loaded. */
    public static void ensure() {}
}
