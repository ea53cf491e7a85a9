package org.chartwarden.producers.example;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.chartwarden.producers.file.LineFile;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;

/** Files of an image viewer's log, one access a line. */
final class ViewerLogFeed implements Feed {

    static final String NAME = "viewer-log";

    private static final int LINE_LIMIT = 1 << 16;

    private final ViewerLogReader reader;

    ViewerLogFeed(Clock clock) {
        this.reader = new ViewerLogReader(clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RecordFile open(InputStream content) {
        return new LineFile(content, LINE_LIMIT);
    }

    @Override
    public RecordReader reader(byte[] header, Instant asOf) {
        return reader;
    }
}
