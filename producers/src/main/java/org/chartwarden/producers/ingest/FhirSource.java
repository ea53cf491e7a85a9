package org.chartwarden.producers.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.chartwarden.producers.fhir.FhirDocument;
import org.chartwarden.producers.ingest.LineReader.Line;
import org.chartwarden.producers.reader.Origin;
import org.chartwarden.producers.reader.RecordReader;
import org.chartwarden.producers.reader.Refusal;

/**
 * Delivers what one source holds: FHIR resources or Bundles in JSON, one a line or one over all lines, gzipped or not.
 * Holds one line at a time, or the whole document.
 */
final class FhirSource {

    /** A longer line is dead-lettered in parts. */
    static final int LINE_LIMIT = 8 << 20;

    /** A longer document is dead-lettered in parts of {@link #LINE_LIMIT}. */
    static final int DOCUMENT_LIMIT = 64 << 20;

    private static final int PEEKED = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Delivery delivery;
    private final RecordReader reader;
    private final Tally tally;
    private final int lineLimit;
    private final int documentLimit;

    FhirSource(Delivery delivery, RecordReader reader, Tally tally) {
        this(delivery, reader, tally, LINE_LIMIT, DOCUMENT_LIMIT);
    }

    FhirSource(Delivery delivery, RecordReader reader, Tally tally, int lineLimit, int documentLimit) {
        this.delivery = delivery;
        this.reader = reader;
        this.tally = tally;
        this.lineLimit = lineLimit;
        this.documentLimit = documentLimit;
    }

    /** @param source the source's name, for dead letters and headers */
    void read(InputStream raw, String source) throws IOException {
        SourceInput input = SourceInput.open(raw);
        BufferedInputStream text = new BufferedInputStream(input, PEEKED);
        skipByteOrderMark(text);
        switch (Layout.of(peek(text, PEEKED))) {
            case LINES -> lines(text, source);
            case DOCUMENT -> document(text, source);
        }
        if (input.damaged()) {
            giveUp(
                    "The compressed input is damaged or breaks off here. What came before it has been read; deliver the"
                            + " input again, and that is recognised as duplicate",
                    new byte[0],
                    new Origin(source, "end"));
        }
    }

    private void lines(InputStream text, String source) throws IOException {
        LineReader lines = new LineReader(text, lineLimit);
        for (Line line = lines.next(); line != null; line = lines.next()) {
            Origin origin = new Origin(source, "line " + line.number());
            if (line.isTooLong()) {
                giveUp(
                        "The line is longer than %,d bytes; put each resource on a line of its own"
                                .formatted(lineLimit),
                        line.bytes(),
                        origin.at("part " + line.part()));
            } else if (!line.isBlank()) {
                resources(line.bytes(), origin);
            }
        }
    }

    private void document(InputStream text, String source) throws IOException {
        byte[] document = text.readNBytes(documentLimit + 1);
        if (document.length <= documentLimit) {
            resources(document, new Origin(source, ""));
            return;
        }
        int part = 0;
        for (int start = 0; start < document.length; start += lineLimit) {
            int end = Math.min(document.length, start + lineLimit);
            documentPart(Arrays.copyOfRange(document, start, end), source, ++part);
        }
        for (byte[] rest = text.readNBytes(lineLimit); rest.length > 0; rest = text.readNBytes(lineLimit)) {
            documentPart(rest, source, ++part);
        }
    }

    private void documentPart(byte[] bytes, String source, int part) {
        giveUp(
                "The document is longer than %,d bytes; put each resource on a line of its own (NDJSON)"
                        .formatted(documentLimit),
                bytes,
                new Origin(source, "part " + part));
    }

    private void resources(byte[] raw, Origin origin) {
        try {
            for (FhirDocument.Resource resource : FhirDocument.of(raw).resources()) {
                Origin place = resource.position().isEmpty() ? origin : origin.at(resource.position());
                tally.add(delivery.deliver(reader, resource.raw(), place), place);
            }
        } catch (Refusal refusal) {
            tally.add(delivery.giveUp(refusal, raw, origin), origin);
        }
    }

    private void giveUp(String reason, byte[] raw, Origin origin) {
        tally.add(delivery.giveUp(new Refusal(reason), raw, origin), origin);
    }

    private static byte[] peek(BufferedInputStream text, int length) throws IOException {
        text.mark(length);
        byte[] bytes = text.readNBytes(length);
        text.reset();
        return bytes;
    }

    private static void skipByteOrderMark(BufferedInputStream text) throws IOException {
        if (Arrays.equals(peek(text, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            text.skipNBytes(BYTE_ORDER_MARK.length);
        }
    }
}
