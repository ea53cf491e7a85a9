package org.chartwarden.producers.hl7;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.settings.Settings;

/** HL7 v2 messages in files, one after another. */
public final class Hl7Feed implements Feed {

    /** The feed's name. */
    public static final String NAME = "hl7v2";

    private final RecordReader reader;

    /**
     * @param settings the time zone and the patients' identifier
     * @param clock tells whether a message can be from now
     */
    public Hl7Feed(Settings settings, Clock clock) {
        this.reader = new Hl7Reader(settings, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isContext() {
        return true;
    }

    @Override
    public RecordFile open(InputStream content) {
        return new Hl7File(content);
    }

    @Override
    public RecordReader reader(byte[] header, Instant asOf) {
        return reader;
    }
}
