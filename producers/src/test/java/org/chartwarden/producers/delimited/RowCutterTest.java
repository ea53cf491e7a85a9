package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.chartwarden.producers.delimited.RowCutter.Cut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCutterTest {

    private static final int LIMIT = 20;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiterString = "=>",
            value = {
                "a,b~c,d                     => 1 ROW a,b | 2 ROW c,d",
                "a~b^c^~d~                   => 1 ROW a | 2 ROW b | 3 ROW c | 4 ROW d",
                "a~~b                        => 1 ROW a | 2 ROW  | 3 ROW b",
                "a,\"b~c\",d~e               => 1 ROW a,\"b~c\",d | 3 ROW e",
                "\"a\"\"~\",b~c              => 1 ROW \"a\"\"~\",b | 3 ROW c",
                "a\"b~c                      => 1 ROW a\"b | 2 ROW c",
                "\"a\"x\"~b                  => 1 ROW \"a\"x\" | 2 ROW b",
                "#a\"~b                      => 1 COMMENT #a\" | 2 ROW b",
                "a,#b~c                      => 1 ROW a,#b | 2 ROW c",
                "a,\"b~c~d                   => 1 UNCLOSED a,\"b | 2 ROW c | 3 ROW d",
                "a,\"b~c~12345678901234567890~d => 1 UNCLOSED a,\"b | 2 ROW c | 3 ROW 12345678901234567890 | 4 ROW d",
                "123456789012345678901234567890~b => 1 TOO_LONG 12345678901234567890 | 1 TOO_LONG 1234567890 | 2 ROW b",
                "\"23456789012345678901234567890~b => 1 TOO_LONG \"2345678901234567890 | 1 TOO_LONG 1234567890 | 2 ROW b"
            })
    void shouldCutAtLineEndsOutsideQuotes(String text, String expected) throws IOException {
        RowCutter cutter = cutter(bytes(text.replace('~', '\n').replace('^', '\r')));

        assertThat(all(cutter).stream()
                        .map(cut ->
                                cut.line() + " " + cut.kind() + " " + text(cut).replace('\n', '~'))
                        .collect(Collectors.joining(" | ")))
                .isEqualTo(expected);
    }

    @Test
    void shouldLoseNoByteWhateverComes() throws IOException {
        for (int seed = 0; seed < 3_000; seed++) {
            byte[] input = random(seed);

            List<Cut> cuts = all(cutter(input));

            assertThat(withLineEnds(cuts, input)).as("seed %d", seed).isTrue();
            assertThat(cuts).as("seed %d", seed).allMatch(cut -> cut.bytes().length <= LIMIT);
        }
    }

    @Test
    void shouldCutTheSameBytesAlikeHoweverTheyArrive() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            byte[] input = random(seed);
            InputStream slow = new ByteArrayInputStream(input) {
                @Override
                public synchronized int read(byte[] target, int offset, int length) {
                    return super.read(target, offset, Math.min(1, length));
                }
            };

            List<Cut> cuts = all(new RowCutter(slow, Given.format(StandardCharsets.UTF_8, "#", 0), LIMIT));

            assertThat(cuts).as("seed %d", seed).usingRecursiveComparison().isEqualTo(all(cutter(input)));
        }
    }

    /** Each of these lines opens a quote that its successors leave open: sought to the end from each, it would take hours. */
    @Test
    void shouldNotSeekTheEndOfAQuoteAgainAndAgain() {
        byte[] input = bytes("\"a\"b,\"\n".repeat(300_000));
        InputStream content = new ByteArrayInputStream(input);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(all(new RowCutter(content, Given.PLAIN, DelimitedFile.ROW_LIMIT)))
                        .hasSize(300_000));
    }

    private static RowCutter cutter(byte[] input) {
        return new RowCutter(new ByteArrayInputStream(input), Given.format(StandardCharsets.UTF_8, "#", 0), LIMIT);
    }

    private static byte[] random(int seed) {
        Random random = new Random(seed);
        String letters = "ab\",\n\r#\" ";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int length = random.nextInt(200); length > 0; length--) {
            bytes.write(
                    random.nextInt(20) == 0 ? random.nextInt(256) : letters.charAt(random.nextInt(letters.length())));
        }
        return bytes.toByteArray();
    }

    /** Whether the pieces, with a line end between any two of them, are the input. */
    private static boolean withLineEnds(List<Cut> cuts, byte[] input) {
        int at = 0;
        for (Cut cut : cuts) {
            for (byte expected : cut.bytes()) {
                if (at >= input.length || input[at++] != expected) {
                    return false;
                }
            }
            if (at < input.length && input[at] == '\r') {
                at++;
                at += at < input.length && input[at] == '\n' ? 1 : 0;
            } else if (at < input.length && input[at] == '\n') {
                at++;
            }
        }
        return at == input.length;
    }

    private static List<Cut> all(RowCutter cutter) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        for (Cut cut = cutter.next(); cut != null; cut = cutter.next()) {
            cuts.add(cut);
        }
        return cuts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Cut cut) {
        return new String(cut.bytes(), StandardCharsets.UTF_8);
    }
}
