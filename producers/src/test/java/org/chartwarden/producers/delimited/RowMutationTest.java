package org.chartwarden.producers.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that something has happened to is read or refused, row by row; nothing else happens, whatever it is. */
class RowMutationTest {

    private static final int ROUNDS = 2_000;
    private static final List<String> SNIPPETS = List.of(
            "\"",
            "\"\"",
            ",",
            "\n",
            "\r",
            ";",
            "\0",
            "\u001b",
            "ü",
            "\ufeff",
            "1e999999999",
            "-1",
            "99999999999999999999",
            "+999999999-12-31",
            "2026-02-30",
            "24:00",
            "x".repeat(5_000));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiterString = "=>",
            value = {
                "workforce => userId,roles,kind,latitude,employedFrom~u1,RN;MD,person,52.5,2020-01-01~u2,,device,,~",
                "leave => userId,start,end~u1,2026-03-09,2026-03-13~u2,2026-03-09T08:00:00Z,~",
                "shifts => userId,start,end~u1,2026-03-28T22:00:00,2026-03-29T06:00:00~",
                "weekly-shifts => userId,day,startTime,endTime~u1,Mon;Tue,19:00,07:00~u2,\"3\",08:00,16:00~",
                "watch-list => patientId,code,from,until~p1,VIP,2026-03-01,2026-03-31~\"p\"\"2\",R,,~"
            })
    void shouldReadOrRefuseWhateverIsChangedInAList(String mapping, String file) throws IOException {
        mutate(mapping, file.replace('~', '\n').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"epic-access-log", "openemr-log"})
    void shouldReadOrRefuseWhateverIsChangedInAnAccessLog(String mapping) throws IOException {
        try (InputStream sample = RowMutationTest.class.getResourceAsStream("/delimited/" + mapping + ".csv")) {
            mutate(mapping, sample.readAllBytes());
        }
    }

    private static void mutate(String mapping, byte[] sample) throws IOException {
        DelimitedFeed feed = Given.feed(Given.ready(mapping));
        int refused = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] changed = changed(sample, new Random(seed));
            try {
                refused += refusals(feed, changed);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("mapping " + mapping + ", seed " + seed, e);
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 10);
    }

    private static int refusals(DelimitedFeed feed, byte[] content) throws IOException {
        RecordFile file = feed.open(new ByteArrayInputStream(content));
        RecordReader reader;
        try {
            reader = feed.reader(file.header(), Given.WRITTEN);
        } catch (Refusal refusal) {
            return 1;
        }
        int refused = 0;
        for (RawRecord row = file.next(); row != null; row = file.next()) {
            refused += row.refusal() != null || isRefused(reader, row) ? 1 : 0;
        }
        return refused;
    }

    private static boolean isRefused(RecordReader reader, RawRecord row) {
        try {
            reader.read(row.bytes());
            return false;
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
            return true;
        }
    }

    /** A piece is cut out, repeated, or replaced by something odd. */
    private static byte[] changed(byte[] sample, Random random) {
        int from = random.nextInt(sample.length);
        int to = Math.min(sample.length, from + random.nextInt(12));
        byte[] begin = Arrays.copyOf(sample, from);
        byte[] end = Arrays.copyOfRange(sample, random.nextInt(8) == 0 ? from : to, sample.length);
        byte[] middle = switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            default -> SNIPPETS.get(random.nextInt(SNIPPETS.size())).getBytes(StandardCharsets.UTF_8);
        };
        byte[] changed = Arrays.copyOf(begin, begin.length + middle.length + end.length);
        System.arraycopy(middle, 0, changed, begin.length, middle.length);
        System.arraycopy(end, 0, changed, begin.length + middle.length, end.length);
        return changed;
    }
}
