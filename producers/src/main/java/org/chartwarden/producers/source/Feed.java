package org.chartwarden.producers.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * A kind of records that comes in files: how to cut them, and how to read them. Named on the command line, by the
 * folders of the inbox, and by dead letters.
 */
public interface Feed {

    /** Lower case with hyphens, such as {@code fhir-audit} or {@code epic-access-log}. */
    String name();

    /**
     * Whether its records explain accesses: patients, care, staff, watch lists. They are read before the accesses that lie
     * beside them.
     */
    default boolean isContext() {
        return false;
    }

    /**
     * Begins to cut a file.
     *
     * @param content uncompressed bytes; closed by the caller
     */
    RecordFile open(InputStream content) throws IOException;

    /**
     * The reader of the records behind a header.
     *
     * @param header {@link RecordFile#header()}, or what a dead letter kept of it
     * @param asOf when the file was written: what it says holds since then
     * @throws Refusal when the header cannot be used: a column is missing
     */
    RecordReader reader(byte[] header, Instant asOf) throws Refusal;

    /**
     * Looks through a whole file before its first record is sent: a full snapshot also says something by what is not in
     * it.
     *
     * @param file from its beginning
     * @return what goes out after the file's last record; most feeds have nothing to add
     * @throws HeldBackException when the file must not be taken as it is
     */
    default List<Outgoing<?>> inspect(RecordFile file, Instant asOf) throws IOException, HeldBackException {
        return List.of();
    }
}
