package org.chartwarden.producers.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;

/** FHIR resources in files: NDJSON (bulk exports), single resources, Bundles. */
public final class FhirFeed implements Feed {

    /** AuditEvents. */
    public static final String AUDIT = "fhir-audit";

    /** Patients, care, relatives, staff and devices. */
    public static final String CONTEXT = "fhir-context";

    private final RecordReader reader;

    private FhirFeed(RecordReader reader) {
        this.reader = reader;
    }

    /**
     * Both feeds.
     *
     * @param zone the site's, in which a date without a time is a day
     */
    public static List<Feed> all(Clock clock, ZoneId zone) {
        return List.of(new FhirFeed(new AuditEventReader(clock)), new FhirFeed(new ContextReader(clock, zone)));
    }

    @Override
    public String name() {
        return reader.feed();
    }

    @Override
    public boolean isContext() {
        return name().equals(CONTEXT);
    }

    @Override
    public RecordFile open(InputStream content) throws IOException {
        return new FhirFile(content);
    }

    @Override
    public RecordReader reader(byte[] header, Instant asOf) {
        return reader;
    }
}
