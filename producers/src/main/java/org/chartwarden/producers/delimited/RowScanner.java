package org.chartwarden.producers.delimited;

/**
 * Finds where a row ends, byte by byte: RFC 4180, with a line end of LF, CR or CR LF. A quote opens only at the begin of
 * a cell; elsewhere it is text.
 */
final class RowScanner {

    private enum State {
        CELL_BEGIN,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final char delimiter;
    private final char quote;
    private State state = State.CELL_BEGIN;

    RowScanner(RowFormat format) {
        this.delimiter = format.delimiter();
        this.quote = format.quote();
    }

    /** Whether this byte of the row ends it. */
    boolean ends(byte next) {
        boolean quoting = next == quote && quote != RowFormat.NO_QUOTE;
        if (state == State.QUOTED) {
            state = quoting ? State.QUOTE_IN_QUOTED : State.QUOTED;
            return false;
        }
        if (next == '\n' || next == '\r') {
            return true;
        }
        if (next == delimiter) {
            state = State.CELL_BEGIN;
        } else if (quoting && state != State.PLAIN) {
            state = State.QUOTED; // the begin of a cell, or the second of two quotes that mean one
        } else {
            state = State.PLAIN;
        }
        return false;
    }

    /** Whether a quote was opened and not closed. */
    boolean isOpen() {
        return state == State.QUOTED;
    }

    void reset() {
        state = State.CELL_BEGIN;
    }
}
