package org.chartwarden.producers.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines as bytes, in bounded memory: a line longer than the limit comes in consecutive parts of the limit's
 * length, so that no byte of it is lost.
 */
public final class LineReader {

    private static final int CHUNK = 1 << 16;

    private final InputStream input;
    private final int limit;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int end;
    private long number;
    private int part;

    /** @param limit the longest line, in bytes without its LF */
    public LineReader(InputStream input, int limit) {
        this.input = input;
        this.limit = limit;
    }

    /**
     * A line, or a part of one that is too long.
     *
     * @param number counted from 1
     * @param part 0 for a whole line; else counted from 1
     * @param bytes without LF or CR LF
     */
    public record Line(long number, int part, byte[] bytes) {

        public boolean isTooLong() {
            return part > 0;
        }

        public boolean isBlank() {
            for (byte character : bytes) {
                if (character != ' ' && character != '\t') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line or part; null at the end. */
    public Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean ended = collect(line);
        if (line.size() == 0 && !ended) {
            return null;
        }
        if (part == 0) {
            number++;
        }
        boolean finished = ended || atEnd();
        part = part > 0 || !finished ? part + 1 : 0;
        byte[] bytes = line.toByteArray();
        Line result = new Line(number, part, ended ? withoutCarriageReturn(bytes) : bytes);
        part = finished ? 0 : part;
        return result;
    }

    /** Takes bytes up to the limit or to the line's end; tells whether that was found. */
    private boolean collect(ByteArrayOutputStream line) throws IOException {
        while (!atEnd()) {
            if (chunk[next] == '\n') {
                next++;
                return true;
            }
            if (line.size() == limit) {
                return false;
            }
            int stop = Math.min(end, next + limit - line.size());
            int newline = next;
            while (newline < stop && chunk[newline] != '\n') {
                newline++;
            }
            line.write(chunk, next, newline - next);
            next = newline;
        }
        return false;
    }

    private boolean atEnd() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, input.read(chunk));
        }
        return end == 0;
    }

    private static byte[] withoutCarriageReturn(byte[] line) {
        boolean found = line.length > 0 && line[line.length - 1] == '\r';
        return found ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
