package org.chartwarden.producers.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.chartwarden.model.DeadLetter;
import org.chartwarden.producers.MemoryOutput;
import org.chartwarden.producers.fhir.AuditEventReader;
import org.chartwarden.producers.fhir.FhirFeed;
import org.chartwarden.producers.fhir.FhirFile;
import org.chartwarden.producers.fhir.Samples;
import org.chartwarden.producers.source.Feed;
import org.chartwarden.producers.source.HeldBackException;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.RecordReader;
import org.chartwarden.producers.source.Refusal;
import org.chartwarden.service.Counters;
import org.chartwarden.service.Counters.Count;
import org.chartwarden.service.ServiceEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirFilesTest {

    private static final int LINE_LIMIT = 1_000;
    private static final int DOCUMENT_LIMIT = 3_000;

    private final MemoryOutput output = new MemoryOutput();
    private final Counters counters = new Counters(ServiceEndpoint.newMeters());
    private IngestReport report;

    @ParameterizedTest
    @ValueSource(strings = {"%s\n%s\n", "%s\n%s", "%s\r\n%s\r\n", "\uFEFF%s\n%s\n", "\n\n%s\n  \t\n%s\n\n\n"})
    void shouldReadOneEventOfEachLine(String layout) throws IOException {
        read(layout.formatted(Samples.small("a"), Samples.small("b")));

        assertThat(report).isEqualTo(new IngestReport(2, 2, 0, 0));
        assertThat(output.produced()).hasSize(2);
        assertThat(output.deadLetters()).isEmpty();
    }

    @Test
    void shouldReadNothingFromEmptyInput() throws IOException {
        read("");

        assertThat(report).isEqualTo(new IngestReport(0, 0, 0, 0));
    }

    @Test
    void shouldDeadLetterBrokenLineWithItsBytesAndGoOn() throws IOException {
        byte[] broken = Samples.utf8("{\"resourceType\":\"AuditEvent\",\"id\":");
        byte[] notUtf8 = Samples.utf8(Samples.small("x"));
        notUtf8[40] = (byte) 0xc0;
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(broken);
        input.writeBytes(Samples.utf8("\n" + Samples.small("a") + "\n"));
        input.writeBytes(notUtf8);
        input.writeBytes(Samples.utf8("\n" + Samples.small("b")));

        read(input.toByteArray());

        assertThat(report).isEqualTo(new IngestReport(4, 2, 2, 0));
        assertThat(output.positions()).containsExactly("line 1", "line 2", "line 3", "line 4");
        assertThat(output.deadLetters())
                .extracting(letter -> letter.getRaw().array())
                .containsExactly(broken, notUtf8);
        assertThat(output.deadLetters()).extracting(DeadLetter::getSource).containsOnly("test");
        assertThat(counters.get(Count.RECEIVED)).isEqualTo(4);
        assertThat(counters.get(Count.PRODUCED)).isEqualTo(2);
        assertThat(counters.get(Count.DEAD_LETTERED)).isEqualTo(2);
    }

    @Test
    void shouldDeadLetterLongLineInPartsAndGoOn() throws IOException {
        String line = "x".repeat(2 * LINE_LIMIT) + "end";

        read(Samples.small("a") + "\n" + line + "\n" + Samples.small("b") + "\n");

        assertThat(report).isEqualTo(new IngestReport(5, 2, 3, 0));
        assertThat(output.positions())
                .containsExactly("line 1", "line 2, part 1", "line 2, part 2", "line 2, part 3", "line 3");
        assertThat(rawOfDeadLetters()).isEqualTo(line);
        assertThat(output.deadLetters())
                .extracting(DeadLetter::getReason)
                .containsOnly("The line is longer than 1,000 bytes; put each resource on a line of its own");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldCutAtMultiplesOfTheLimitWithoutEmptyPart(int parts) throws IOException {
        String line = "x".repeat(parts * LINE_LIMIT);

        read(line + "\n" + line);

        assertThat(rawOfDeadLetters()).isEqualTo(line + line);
        assertThat(output.deadLetters()).hasSize(2 * parts);
    }

    @Test
    void shouldReadPrettyPrintedResource() throws IOException {
        read(Samples.balp("disclosure"), DOCUMENT_LIMIT);

        assertThat(report).isEqualTo(new IngestReport(1, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":%s},{\"resource\":%s},{\"resource\":{\"resourceType\":\"Patient\"}}]}",
                "{\n  \"resourceType\":\"Bundle\",\"entry\":[\n{\"resource\":\n%s},\n{\"resource\":%s},\n{\"resource\":{\"resourceType\":\"Patient\"}}]}\n",
                "{\"resourceType\":\"Bundle\",\"entry\":[\n{\"resource\":%s},\n{\"resource\":%s},\n{\"resource\":{\"resourceType\":\"Patient\"}}]}"
            })
    void shouldReadBundleEntryByEntry(String bundle) throws IOException {
        read(bundle.formatted(Samples.small("a"), Samples.small("b")));

        assertThat(report).isEqualTo(new IngestReport(3, 2, 1, 0));
        assertThat(output.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getPosition()).endsWith("entry 3");
            assertThat(letter.getReason()).isEqualTo("resourceType is not one that is read here; allowed: AuditEvent");
            assertThat(letter.getRaw().array()).asString().isEqualTo("{\"resourceType\":\"Patient\"}");
        });
    }

    @Test
    void shouldDeadLetterHugeDocumentInParts() throws IOException {
        String document = "{\n" + "\"x\":1,\n".repeat(2_000);

        read(document);

        assertThat(rawOfDeadLetters()).isEqualTo(document);
        assertThat(output.produced()).isEmpty();
        assertThat(output.deadLetters())
                .allSatisfy(letter -> assertThat(letter.getRaw().remaining()).isLessThanOrEqualTo(LINE_LIMIT));
    }

    @Test
    void shouldReadGzip() throws IOException {
        read(gzip(Samples.small("a") + "\n" + Samples.small("b")));

        assertThat(report).isEqualTo(new IngestReport(2, 2, 0, 0));
    }

    @Test
    void shouldReadTruncatedGzipUpToWhereItBreaksOff() throws IOException {
        String lines = IntStream.range(0, 2_000)
                .mapToObj(index -> Samples.small("event-" + index * 7919 % 2_000))
                .collect(Collectors.joining("\n"));
        byte[] whole = gzip(lines);

        read(Arrays.copyOf(whole, whole.length / 2));

        assertThat(report.produced()).isBetween(10L, 1_999L);
        assertThat(report.deadLettered()).isBetween(1L, 2L);
        assertThat(output.deadLetters().get(output.deadLetters().size() - 1).getReason())
                .startsWith("The compressed input is damaged or breaks off here.");
    }

    @Test
    void shouldSayThatGzipHasNoContent() throws IOException {
        read(new byte[] {0x1f, (byte) 0x8b, 8});

        assertThat(report).isEqualTo(new IngestReport(1, 0, 1, 0));
    }

    private String rawOfDeadLetters() {
        return output.deadLetters().stream()
                .map(letter -> new String(letter.getRaw().array(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private void read(String input) throws IOException {
        read(Samples.utf8(input));
    }

    private void read(byte[] input) throws IOException {
        read(input, LINE_LIMIT);
    }

    private void read(byte[] input, int lineLimit) throws IOException {
        Feed feed = new LimitedFeed(lineLimit);
        try {
            FileTransfer transfer = new FileTransfer(
                    output.delivery(counters, Samples.CLOCK), feed, IngestReport.NOTHING, TransferListener.NONE);
            transfer.take(new ByteArrayInputStream(input), "test");
            report = transfer.acknowledged();
        } catch (Refusal | HeldBackException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(Samples.utf8(text));
        }
        return compressed.toByteArray();
    }

    /** AuditEvents, with limits that a test can reach. */
    private record LimitedFeed(int lineLimit) implements Feed {

        @Override
        public String name() {
            return FhirFeed.AUDIT;
        }

        @Override
        public RecordFile open(InputStream content) throws IOException {
            return new FhirFile(content, lineLimit, DOCUMENT_LIMIT);
        }

        @Override
        public RecordReader reader(byte[] header, Instant asOf) {
            return new AuditEventReader(Samples.CLOCK);
        }
    }
}
