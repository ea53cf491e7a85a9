package org.chartwarden.producers.atna;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.chartwarden.producers.file.LineFile;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;

/** ATNA audit messages in files: one a line, bare or in its syslog message, as a log of a syslog server keeps them. */
public final class AtnaFeed implements Feed {

    /** The feed's name. */
    public static final String NAME = "atna";

    private final RecordReader reader;

    /**
     * @param clock tells when an event was received
     * @param zone the site's, for times without an offset
     */
    public AtnaFeed(Clock clock, ZoneId zone) {
        this.reader = new AtnaReader(clock, zone);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RecordFile open(InputStream content) {
        return new LineFile(content, AtnaReader.LIMIT);
    }

    @Override
    public RecordReader reader(byte[] header, Instant asOf) {
        return reader;
    }
}
