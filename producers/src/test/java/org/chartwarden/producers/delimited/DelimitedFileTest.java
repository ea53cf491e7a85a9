package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedFileTest {

    private static final String ROWS = "time,action,userId,userName\n2026-03-04T08:00:00Z,R,u1,Jürgen Groß\n";

    @Test
    void shouldNumberRowsAndTellTheirLines() throws IOException {
        RowFormat format = Given.format(StandardCharsets.UTF_8, "#", 2);
        String text = "Report\r\n\"of today\r\n\r\n# names\r\na,b\r\n1,2\r\n\r\n \t\r\n\"3\r\n4\",5\r\n#end\r\n6,7";

        RecordFile file = new DelimitedFile(stream(text, StandardCharsets.UTF_8), format);

        assertThat(file.header()).asString().isEqualTo("a,b");
        assertThat(positions(file)).containsExactly("row 1 (line 6)", "row 2 (line 9)", "row 3 (line 12)");
    }

    @Test
    void shouldHandEachRowWithWhatIsWrongWithIt() throws IOException {
        String text = "a,b\n1,\"2\n3,4\n" + "x".repeat(25) + "\n5,6\n";

        RecordFile file = new DelimitedFile(stream(text, StandardCharsets.UTF_8), Given.PLAIN, 10);

        List<String> told = new ArrayList<>();
        for (RawRecord row = file.next(); row != null; row = file.next()) {
            told.add(row.position() + ": "
                    + (row.refusal() == null ? "" : row.refusal().getMessage()));
        }
        assertThat(told)
                .containsExactly(
                        "row 1 (line 2): The row opens a quote that is not closed within 10 bytes; a quote inside a"
                                + " quoted cell must be doubled",
                        "row 2 (line 3): ",
                        "row 3 (line 4), part 1: The row is longer than 10 bytes",
                        "row 3 (line 4), part 2: The row is longer than 10 bytes",
                        "row 3 (line 4), part 3: The row is longer than 10 bytes",
                        "row 4 (line 5): ");
    }

    @Test
    void shouldReadOnBehindALineOfManyMegabytes() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 200L << 20;

            @Override
            public int read() {
                throw new UnsupportedOperationException("read by block");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int read = (int) Math.min(length, left);
                Arrays.fill(target, offset, offset + read, (byte) 'x');
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
        InputStream content = new SequenceInputStream(
                stream("a\n", StandardCharsets.UTF_8),
                new SequenceInputStream(endless, stream("\nlast", StandardCharsets.UTF_8)));

        RecordFile file = new DelimitedFile(content, Given.PLAIN);

        RawRecord last = null;
        int parts = 0;
        for (RawRecord row = file.next(); row != null; row = file.next()) {
            parts += row.refusal() == null ? 0 : 1;
            last = row;
        }
        assertThat(parts).isEqualTo(200);
        assertThat(last.bytes()).asString().isEqualTo("last");
        assertThat(last.position()).isEqualTo("row 2 (line 3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "ISO-8859-15", "windows-1252"})
    void shouldReadTheCharsetThatTheMappingNames(String charset) throws IOException, Refusal {
        DelimitedFeed feed = feed(charset);
        RecordFile file = feed.open(stream(ROWS, Charset.forName(charset)));

        AccessEvent access = (AccessEvent) feed.reader(file.header(), Given.WRITTEN)
                .read(file.next().bytes())
                .get(0)
                .value();

        assertThat(access.getUserName()).isEqualTo("Jürgen Groß");
    }

    @Test
    void shouldRefuseRowsOfAnotherCharset() throws IOException, Refusal {
        DelimitedFeed feed = feed("UTF-8");
        RecordFile file = feed.open(stream(ROWS, StandardCharsets.ISO_8859_1));
        RecordReader reader = feed.reader(file.header(), Given.WRITTEN);
        byte[] row = file.next().bytes();

        assertThatThrownBy(() -> reader.read(row))
                .isInstanceOf(Refusal.class)
                .hasMessage("The row is not UTF-8; name the charset of the file in the mapping, or deliver it as that");
    }

    @Test
    void shouldSkipTheByteOrderMarkOfUtf8() throws IOException, Refusal {
        DelimitedFeed feed = feed("UTF-8");

        RecordFile file = feed.open(stream("\ufeff" + ROWS, StandardCharsets.UTF_8));

        assertThat(file.header()).asString(StandardCharsets.UTF_8).startsWith("time,");
        assertThat(feed.reader(file.header(), Given.WRITTEN).read(file.next().bytes()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void shouldRefuseUtf16(String charset) throws IOException {
        DelimitedFeed feed = feed("UTF-8");

        RecordFile marked = feed.open(stream("\ufeff" + ROWS, Charset.forName(charset)));
        RecordFile bare = feed.open(stream(ROWS, Charset.forName(charset)));

        assertThatThrownBy(() -> feed.reader(marked.header(), Given.WRITTEN))
                .hasMessage("The file begins with the byte order mark of another Unicode encoding; the mapping says"
                        + " UTF-8");
        assertThatThrownBy(() -> feed.reader(bare.header(), Given.WRITTEN))
                .hasMessage("The row has a NUL character, as text in UTF-16 does; allowed is UTF-8");
    }

    @Test
    void shouldRefuseUtf8WhereTheMappingSaysAnotherCharset() throws IOException {
        DelimitedFeed feed = feed("windows-1252");

        RecordFile file = feed.open(stream("\ufeff" + ROWS, StandardCharsets.UTF_8));

        assertThatThrownBy(() -> feed.reader(file.header(), Given.WRITTEN)).isInstanceOf(Refusal.class);
    }

    private static DelimitedFeed feed(String charset) {
        return Given.feed(Given.mapping("charset: " + charset + "\n" + Mappings.content("access-log")));
    }

    private static List<String> positions(RecordFile file) throws IOException {
        List<String> positions = new ArrayList<>();
        for (RawRecord row = file.next(); row != null; row = file.next()) {
            positions.add(row.position());
        }
        return positions;
    }

    private static InputStream stream(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }
}
