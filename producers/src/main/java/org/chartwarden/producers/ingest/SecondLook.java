package org.chartwarden.producers.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.chartwarden.producers.file.SourceInput;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;

/** A file for {@link Feed#inspect}: most feeds do not look at it, so it is opened when one does. */
final class SecondLook implements RecordFile, AutoCloseable {

    private final Feed feed;
    private final Opener opener;
    private SourceInput input;
    private RecordFile file;

    /** Opens the raw bytes from their beginning. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    SecondLook(Feed feed, Opener opener) {
        this.feed = feed;
        this.opener = opener;
    }

    @Override
    public byte[] header() {
        try {
            return file().header();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RawRecord next() throws IOException {
        return file().next();
    }

    private RecordFile file() throws IOException {
        if (file == null) {
            input = SourceInput.open(opener.open());
            file = feed.open(input);
        }
        return file;
    }

    /** Whether the file turned out to be cut off: what is not in it may only be missing. */
    boolean damaged() {
        return input != null && input.damaged();
    }

    @Override
    public void close() throws IOException {
        if (input != null) {
            input.close();
        }
    }
}
