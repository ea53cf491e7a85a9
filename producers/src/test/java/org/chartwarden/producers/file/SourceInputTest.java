package org.chartwarden.producers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceInputTest {

    private static final int HEADER_BYTES = 10;

    private final byte[] first = gzip("first\n");
    private final byte[] second = gzip("second\n");

    @Test
    void shouldReadWhatIsNotCompressedAsItIs() throws IOException {
        assertRead("plain", false, "plain".getBytes(StandardCharsets.UTF_8));
        assertRead("", false);
    }

    @Test
    void shouldReadAllMembers() throws IOException {
        assertRead("first\nsecond\nfirst\n", false, first, second, first);
    }

    /** A pipe has nothing available while its writer pauses between two members. */
    @Test
    void shouldWaitForTheNextMember() throws IOException {
        InputStream pipe = new SequenceInputStream(new Unavailable(first), new Unavailable(second));

        SourceInput input = SourceInput.open(pipe);

        assertThat(input.readAllBytes()).asString().isEqualTo("first\nsecond\n");
        assertThat(input.damaged()).isFalse();
    }

    @Test
    void shouldPassOverZerosBehindAMember() throws IOException {
        assertRead("first\nsecond\n", false, first, new byte[512], second, new byte[512]);
    }

    @Test
    void shouldSayThatSomethingElseStandsBehindAMember() throws IOException {
        assertRead("first\n", true, first, "x".getBytes(StandardCharsets.UTF_8));
        assertRead(
                "first\n", true, first, "a text that is longer than a header of gzip".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void shouldSayThatTheHeaderOfALaterMemberIsDamaged(int place) throws IOException {
        byte[] damaged = second.clone();
        damaged[place] ^= (byte) 0xe0;

        assertRead("first\n", true, first, damaged);
    }

    @Test
    void shouldSayThatAMemberBreaksOffWhereverItDoes() throws IOException {
        for (int length = 1; length < second.length; length++) {
            byte[] cut = Arrays.copyOf(second, length);
            SourceInput input = open(first, cut);
            String read = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            assertThat("first\nsecond\n").startsWith(read);
            assertThat(read).startsWith("first\n");
            assertThat(input.damaged()).as("cut behind %d bytes", length).isTrue();
        }
    }

    @Test
    void shouldSayThatAChecksumIsAnother() throws IOException {
        byte[] damaged = second.clone();
        damaged[damaged.length - 5] ^= 1;

        assertRead("first\nsecond\n", true, first, damaged);
    }

    @Test
    void shouldReadAHeaderWithEverything() throws IOException {
        byte[] header = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, 'n', 0, 'c', 'c', 0, 7, 7};

        assertRead("second\n", false, header, Arrays.copyOfRange(second, HEADER_BYTES, second.length));
    }

    @Test
    void shouldReadLongContentInManyMembers() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        byte[] member = gzip(noise);

        SourceInput input = open(member, gzip(new byte[0]), member);

        byte[] read = input.readAllBytes();
        assertThat(input.damaged()).isFalse();
        assertThat(Arrays.copyOf(read, noise.length)).isEqualTo(noise);
        assertThat(Arrays.copyOfRange(read, noise.length, read.length)).isEqualTo(noise);
    }

    private static void assertRead(String text, boolean damaged, byte[]... parts) throws IOException {
        SourceInput input = open(parts);
        assertThat(input.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(text);
        assertThat(input.damaged()).isEqualTo(damaged);
    }

    private static SourceInput open(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return SourceInput.open(new ByteArrayInputStream(all.toByteArray()));
    }

    private static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return compressed.toByteArray();
    }

    /** Never says that there is more. */
    private static final class Unavailable extends ByteArrayInputStream {

        Unavailable(byte[] content) {
            super(content);
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }
}
