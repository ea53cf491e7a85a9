package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.producers.source.Outgoing;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.serde.TrustedClasses;
import org.chartwarden.yaml.Problems;

/** Mappings, files and what comes out of them, for the tests of this package. */
final class Given {

    static {
        TrustedClasses.ensure();
    }

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant WRITTEN = Instant.parse("2026-03-05T00:00:00Z");
    static final Clock CLOCK = Clock.fixed(WRITTEN.plusSeconds(60), ZoneOffset.UTC);

    /** Comma, quote, UTF-8 and a header line. */
    static final RowFormat PLAIN = format(StandardCharsets.UTF_8, "", 0);

    private Given() {}

    static RowFormat format(Charset charset, String comment, int skip, String... columns) {
        return new RowFormat(charset, ',', '"', comment, skip, List.of(columns));
    }

    static Mapping mapping(String yaml) {
        Problems problems = new Problems();
        var mapping = Mappings.read("test.yaml", yaml, BERLIN, problems);
        assertThat(problems.lines()).isEmpty();
        return mapping.orElseThrow();
    }

    static Mapping ready(String name) {
        return mapping(Mappings.content(name));
    }

    static DelimitedFeed feed(Mapping mapping, KnownRecords known) {
        return new DelimitedFeed(mapping, CLOCK, known, 0.1);
    }

    static DelimitedFeed feed(Mapping mapping) {
        return feed(mapping, new MemoryRecords());
    }

    static RecordFile open(DelimitedFeed feed, String content) {
        try {
            return feed.open(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all rows of a file become; every one must be understood. */
    static List<Object> values(DelimitedFeed feed, String content) throws IOException, Refusal {
        RecordFile file = open(feed, content);
        RecordReader reader = feed.reader(file.header(), WRITTEN);
        List<Object> values = new ArrayList<>();
        for (RawRecord row = file.next(); row != null; row = file.next()) {
            assertThat(row.refusal()).isNull();
            reader.read(row.bytes()).stream().map(Outgoing::value).forEach(values::add);
        }
        return values;
    }

    /** What the one row behind a header becomes. */
    static List<Object> read(Mapping mapping, String header, String row) throws Refusal {
        return feed(mapping)
                .reader(header.getBytes(StandardCharsets.UTF_8), WRITTEN)
                .read(row.getBytes(StandardCharsets.UTF_8))
                .stream()
                .<Object>map(Outgoing::value)
                .toList();
    }
}
