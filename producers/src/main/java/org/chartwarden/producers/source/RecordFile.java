package org.chartwarden.producers.source;

import java.io.IOException;

/**
 * Cuts one file into its raw records, in bounded memory. The same bytes are always cut alike, so that the number of
 * records taken is a place to go on from after a crash. Used by one thread.
 */
public interface RecordFile {

    /** What stands before the records and is needed to read them, such as a header line; empty when there is none. */
    default byte[] header() {
        return new byte[0];
    }

    /** The next record; null at the end. */
    RawRecord next() throws IOException;
}
