package org.chartwarden.producers.atna;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.chartwarden.producers.doors.Act;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;

class AtnaFeedTest {

    private static final Act ACT = Act.hundred().get(0);

    private final AtnaFeed feed = new AtnaFeed(AtnaSamples.CLOCK, ZoneOffset.UTC);

    @Test
    void shouldReadAMessageALineBareOrInSyslog() throws IOException, Refusal {
        RecordFile file = feed.open(new SequenceInputStream(Collections.enumeration(
                List.of(stream(AtnaSamples.xml(ACT)), stream("\r\n\n"), stream(AtnaSamples.syslog(ACT))))));
        RecordReader reader = feed.reader(file.header(), Instant.EPOCH);

        RawRecord bare = file.next();
        RawRecord inSyslog = file.next();

        assertThat(reader.read(bare.bytes())).hasSize(1).isEqualTo(reader.read(inSyslog.bytes()));
        assertThat(inSyslog.position()).isEqualTo("line 3");
        assertThat(file.next()).isNull();
        assertThat(reader.feed()).isEqualTo(feed.name()).isEqualTo("atna");
    }

    @Test
    void shouldGiveUpABombOfTenMillionEntitiesInPartsAndReadTheNextLine() throws IOException, Refusal {
        byte[] entities = "<!ENTITY a \"\">".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        List<InputStream> bomb = IntStream.range(0, 100)
                .<InputStream>mapToObj(part -> new ByteArrayInputStream(entities))
                .toList();
        RecordFile file = feed.open(new SequenceInputStream(
                new SequenceInputStream(
                        stream("<!DOCTYPE a ["), new SequenceInputStream(Collections.enumeration(bomb))),
                new SequenceInputStream(stream("]><a/>\n"), stream(AtnaSamples.xml(ACT)))));

        long cut = 0;
        RawRecord record = file.next();
        while (record.refusal() != null) {
            cut += record.bytes().length;
            record = file.next();
        }

        assertThat(cut).isEqualTo("<!DOCTYPE a [".length() + 100L * entities.length + "]><a/>".length());
        assertThat(feed.reader(file.header(), Instant.EPOCH).read(record.bytes()))
                .hasSize(1);
        assertThat(file.next()).isNull();
    }

    private static InputStream stream(String text) {
        return stream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
