package org.chartwarden.producers.file;

import java.io.IOException;
import java.io.InputStream;
import org.chartwarden.producers.file.LineReader.Line;
import org.chartwarden.producers.source.RawRecord;
import org.chartwarden.producers.source.RecordFile;
import org.chartwarden.producers.source.Refusal;

/** One record a line; blank lines are none. A line that is too long comes in parts, so that no byte of it is lost. */
public final class LineFile implements RecordFile {

    private final LineReader lines;
    private final int limit;

    /** @param limit the longest line, in bytes */
    public LineFile(InputStream content, int limit) {
        this.lines = new LineReader(content, limit);
        this.limit = limit;
    }

    @Override
    public RawRecord next() throws IOException {
        Line line = lines.next();
        while (line != null && line.isBlank() && !line.isTooLong()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        String position = "line " + line.number();
        return line.isTooLong()
                ? new RawRecord(line.bytes(), position + ", part " + line.part(), tooLong())
                : RawRecord.of(line.bytes(), position);
    }

    private Refusal tooLong() {
        return new Refusal("The line is longer than %,d bytes; put each record on a line of its own".formatted(limit));
    }
}
