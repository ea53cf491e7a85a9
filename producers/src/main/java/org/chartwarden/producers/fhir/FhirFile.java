package org.chartwarden.producers.fhir;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.chartwarden.producers.file.LineReader;
import org.chartwarden.producers.file.LineReader.Line;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.Refusal;

/**
 * FHIR resources or Bundles in JSON, one a line or one over all lines. Holds one line at a time, or the whole document.
 */
public final class FhirFile implements RecordFile {

    /** A longer line is given up in parts. */
    public static final int LINE_LIMIT = 8 << 20;

    /** A longer document is given up in parts of {@link #LINE_LIMIT}. */
    public static final int DOCUMENT_LIMIT = 24 << 20;

    private static final int PEEKED = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream text;
    private final int lineLimit;
    private final int documentLimit;
    private final LineReader lines;
    private final Deque<RawRecord> waiting = new ArrayDeque<>();
    private byte[] documentBegin;
    private int part;

    FhirFile(InputStream content) throws IOException {
        this(content, LINE_LIMIT, DOCUMENT_LIMIT);
    }

    /** With other limits than the usual ones, in bytes. */
    public FhirFile(InputStream content, int lineLimit, int documentLimit) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(content, PEEKED);
        skipByteOrderMark(buffered);
        boolean isDocument = Layout.of(peek(buffered, PEEKED)) == Layout.DOCUMENT;
        this.text = buffered;
        this.lineLimit = lineLimit;
        this.documentLimit = documentLimit;
        this.lines = isDocument ? null : new LineReader(buffered, lineLimit);
        if (isDocument) {
            document();
        }
    }

    @Override
    public RawRecord next() throws IOException {
        while (waiting.isEmpty()) {
            boolean found = lines != null ? line() : restOfDocument();
            if (!found) {
                return null;
            }
        }
        return waiting.poll();
    }

    private boolean line() throws IOException {
        Line line = lines.next();
        if (line == null) {
            return false;
        }
        String position = "line " + line.number();
        if (line.isTooLong()) {
            waiting.add(new RawRecord(
                    line.bytes(),
                    position + ", part " + line.part(),
                    new Refusal("The line is longer than %,d bytes; put each resource on a line of its own"
                            .formatted(lineLimit))));
        } else if (!line.isBlank()) {
            resources(line.bytes(), position);
        }
        return true;
    }

    private void document() throws IOException {
        byte[] document = text.readNBytes(documentLimit + 1);
        if (document.length <= documentLimit) {
            resources(document, "");
        } else {
            documentBegin = document;
        }
    }

    /** A document that is too long comes in parts, so that no byte of it is lost. */
    private boolean restOfDocument() throws IOException {
        if (part == 0 && documentBegin == null) {
            return false;
        }
        int start = part * lineLimit;
        byte[] bytes;
        if (documentBegin != null && start < documentBegin.length) {
            bytes = Arrays.copyOfRange(documentBegin, start, Math.min(documentBegin.length, start + lineLimit));
        } else {
            documentBegin = null;
            bytes = text.readNBytes(lineLimit);
        }
        if (bytes.length == 0) {
            return false;
        }
        part++;
        waiting.add(new RawRecord(
                bytes,
                "part " + part,
                new Refusal("The document is longer than %,d bytes; put each resource on a line of its own (NDJSON)"
                        .formatted(documentLimit))));
        return true;
    }

    private void resources(byte[] raw, String position) {
        try {
            for (FhirDocument.Resource resource : FhirDocument.of(raw).resources()) {
                String separator = position.isEmpty() || resource.position().isEmpty() ? "" : ", ";
                waiting.add(RawRecord.of(resource.raw(), position + separator + resource.position()));
            }
        } catch (Refusal refusal) {
            waiting.add(new RawRecord(raw, position, refusal));
        }
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
