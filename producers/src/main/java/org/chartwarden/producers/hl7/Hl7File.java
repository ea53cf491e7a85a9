package org.chartwarden.producers.hl7;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.Refusal;

/**
 * HL7 v2 messages one after another, each from its MSH to the next one, whatever ends the lines; the segments of the batch
 * protocol (2.5.1, 2.10.3) around them are passed over, and so are MLLP's marks, which some dumps still have. Holds one
 * message at a time; a longer one than the limit comes in parts, so that no byte of it is lost.
 */
final class Hl7File implements RecordFile {

    private static final Set<String> BATCH = Set.of("FHS", "BHS", "BTS", "FTS");
    private static final int NAME_LENGTH = 3;
    private static final int LIMIT_REACHED = -2;

    private final InputStream content;
    private final int limit;
    private long lines;
    private Line waiting;
    private boolean isWithinLine;
    /** Of the message that is being given up; 0 while none is. */
    private int part;

    Hl7File(InputStream content) {
        this(content, MllpFraming.LIMIT);
    }

    /** @param limit the longest message, in bytes */
    Hl7File(InputStream content, int limit) {
        this.content = new BufferedInputStream(content, 1 << 16);
        this.limit = limit;
    }

    /**
     * A line, or a part of one that is longer than the limit.
     *
     * @param isBegin not the rest of a line
     */
    private record Line(byte[] bytes, long number, boolean isBegin, boolean isWhole) {

        /** The first three letters. */
        private String name() {
            return isBegin && bytes.length >= NAME_LENGTH
                    ? new String(bytes, 0, NAME_LENGTH, StandardCharsets.ISO_8859_1)
                    : "";
        }

        private boolean beginsMessage() {
            return name().equals("MSH");
        }

        private boolean isOfBatch() {
            return BATCH.contains(name());
        }
    }

    @Override
    public RawRecord next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        long first = 0;
        for (Line line = nextLine(); line != null; line = nextLine()) {
            boolean isBegun = message.size() > 0;
            if (line.isOfBatch() || line.beginsMessage()) {
                waiting = line.isOfBatch() ? null : line;
                if (isBegun) {
                    return record(message, first, true);
                }
                part = 0;
            } else if (isBegun && message.size() + line.bytes().length + 1 > limit) {
                waiting = line;
                part = Math.max(part, 1);
                return record(message, first, false);
            }
            waiting = null;
            if (!line.isOfBatch()) {
                first = isBegun ? first : line.number();
                message.writeBytes(line.bytes());
                message.write('\r');
                part = line.isWhole() ? part : Math.max(part, 1);
            }
        }
        return message.size() == 0 ? null : record(message, first, true);
    }

    private RawRecord record(ByteArrayOutputStream message, long line, boolean isLast) {
        String position = "line " + line;
        if (part == 0) {
            return RawRecord.of(message.toByteArray(), position);
        }
        RawRecord given = new RawRecord(
                message.toByteArray(),
                position + ", part " + part,
                new Refusal("The message is longer than %,d bytes".formatted(limit)));
        part = isLast ? 0 : part + 1;
        return given;
    }

    /** The line that waits, else the next one that is not blank; null at the end. */
    private Line nextLine() throws IOException {
        if (waiting != null) {
            return waiting;
        }
        Line line = read();
        while (line != null && line.bytes().length == 0) {
            line = read();
        }
        return line;
    }

    private Line read() throws IOException {
        boolean isBegin = !isWithinLine;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = content.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && !isEnd(next)) {
            line.write(next);
            next = line.size() < limit ? content.read() : LIMIT_REACHED;
        }
        isWithinLine = next == LIMIT_REACHED;
        lines += isBegin && line.size() > 0 ? 1 : 0;
        return new Line(line.toByteArray(), lines, isBegin, isBegin && !isWithinLine);
    }

    private static boolean isEnd(int next) {
        return next == '\r' || next == '\n' || next == MllpFraming.BEGIN || next == MllpFraming.END;
    }
}
