package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An NDJSON file under construction. */
final class LineFile implements AutoCloseable {

    private final OutputStream out;

    LineFile(Path file) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    /** @throws UncheckedIOException when it cannot be written */
    void add(JsonNode json) {
        try {
            out.write(Json.line(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
