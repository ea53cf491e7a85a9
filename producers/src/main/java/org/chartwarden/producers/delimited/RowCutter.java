package org.chartwarden.producers.delimited;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts bytes into rows, in memory bounded by the longest row that is allowed. No byte is lost, and each is looked at
 * twice at most, whatever stands there:
 *
 * <ul>
 *   <li>a line that is too long comes in parts;
 *   <li>a quote that nobody closes costs the line that opened it. The rows behind it, as far as its end was sought, are
 *       then cut at their line ends.
 * </ul>
 */
final class RowCutter {

    private static final int READ = 1 << 16;

    private final InputStream input;
    private final RowScanner scanner;
    private final byte[] comment;
    private final int limit;
    private final byte[] buffer;
    private int start;
    private int end;
    private boolean exhausted;
    private long line = 1;
    private int part;
    private int soughtUntil;

    /** @param limit the longest row, in bytes without its line end */
    RowCutter(InputStream input, RowFormat format, int limit) {
        this.input = input;
        this.scanner = new RowScanner(format);
        this.comment = format.commentBytes();
        this.limit = limit;
        this.buffer = new byte[limit + READ];
    }

    /** What was cut off. */
    enum Kind {
        ROW,
        COMMENT,
        /** Opens a quote that nobody closes. */
        UNCLOSED,
        TOO_LONG
    }

    /**
     * A row.
     *
     * @param bytes without its line end
     * @param line where it begins, from 1
     * @param part of a line that is too long, from 1; else 0
     */
    record Cut(Kind kind, byte[] bytes, long line, int part) {

        boolean isBlank() {
            for (byte character : bytes) {
                if (character != ' ' && character != '\t') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next row; null at the end. */
    Cut next() throws IOException {
        if (!has(0)) {
            return null;
        }
        if (part > 0) {
            return line(Kind.TOO_LONG);
        }
        if (isComment()) {
            return line(Kind.COMMENT);
        }
        return row();
    }

    /** The next line, whatever quotes it has; null at the end. */
    Cut nextLine() throws IOException {
        return has(0) ? line(Kind.ROW) : null;
    }

    private Cut row() throws IOException {
        scanner.reset();
        boolean single = start < soughtUntil;
        boolean severalLines = false;
        for (int length = 0; has(length); length++) {
            byte next = buffer[start + length];
            boolean lineEnd = next == '\n' || next == '\r';
            if (scanner.ends(next)) {
                return cut(Kind.ROW, length);
            }
            if (lineEnd && single) {
                return cut(Kind.UNCLOSED, length);
            }
            severalLines |= lineEnd;
            if (length == limit) {
                return givenUp(length, severalLines);
            }
        }
        return scanner.isOpen() ? givenUp(end - start, true) : cut(Kind.ROW, end - start);
    }

    /** Looked for an end so far and found none: by a quote, where it would otherwise have been at a line end. */
    private Cut givenUp(int sought, boolean byQuote) throws IOException {
        soughtUntil = byQuote ? start + sought : 0;
        return line(byQuote ? Kind.UNCLOSED : Kind.TOO_LONG);
    }

    private Cut line(Kind kind) throws IOException {
        for (int length = 0; has(length); length++) {
            byte next = buffer[start + length];
            if (next == '\n' || next == '\r') {
                return cut(part > 0 ? Kind.TOO_LONG : kind, length);
            }
            if (length == limit) {
                part++;
                return new Cut(Kind.TOO_LONG, take(length), line, part);
            }
        }
        return cut(part > 0 ? Kind.TOO_LONG : kind, end - start);
    }

    /** Cuts off what is finished by its line end or by the end of the file. */
    private Cut cut(Kind kind, int length) throws IOException {
        long begin = line;
        int ofLine = part == 0 ? 0 : part + 1;
        part = 0;
        boolean hasLineEnd = has(length);
        byte[] bytes = take(length);
        countLines(bytes);
        if (hasLineEnd) {
            boolean carriageReturn = buffer[start++] == '\r';
            if (carriageReturn && has(0) && buffer[start] == '\n') {
                start++;
            }
            line++;
        }
        return new Cut(kind, bytes, begin, ofLine);
    }

    private byte[] take(int length) {
        byte[] bytes = Arrays.copyOfRange(buffer, start, start + length);
        start += length;
        return bytes;
    }

    private void countLines(byte[] bytes) {
        for (int index = 0; index < bytes.length; index++) {
            boolean followed = index + 1 < bytes.length && bytes[index + 1] == '\n';
            line += bytes[index] == '\n' || bytes[index] == '\r' && !followed ? 1 : 0;
        }
    }

    private boolean isComment() throws IOException {
        return comment.length > 0
                && has(comment.length - 1)
                && Arrays.equals(buffer, start, start + comment.length, comment, 0, comment.length);
    }

    /** Whether there is a byte so far behind the begin of the row; reads it when it is not here yet. */
    private boolean has(int offset) throws IOException {
        while (start + offset >= end && !exhausted) {
            if (end == buffer.length) {
                System.arraycopy(buffer, start, buffer, 0, end - start);
                end -= start;
                soughtUntil = Math.max(0, soughtUntil - start);
                start = 0;
            }
            int read = input.read(buffer, end, buffer.length - end);
            exhausted = read < 0;
            end += Math.max(0, read);
        }
        return start + offset < end;
    }
}
