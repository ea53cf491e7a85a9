package org.chartwarden.reports.packet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads JSON or NDJSON of a packet, of which no line may fill the memory. */
final class Lines implements AutoCloseable {

    /** Far longer than any document that Elasticsearch would take. */
    private static final int LONGEST = 16 << 20;

    private final String file;
    private final InputStream in;
    private long number;

    /** @param file its name, for errors */
    Lines(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** The next line; empty at the end. */
    Optional<JsonNode> next() throws IOException, BrokenPacketException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        number++;
        for (; read >= 0 && read != '\n'; read = in.read()) {
            line.write(read);
            if (line.size() > LONGEST) {
                throw malformed(null);
            }
        }
        return Optional.of(tree(line.toByteArray()));
    }

    /** All of it as one JSON value. */
    JsonNode whole() throws IOException, BrokenPacketException {
        byte[] all = in.readNBytes(LONGEST + 1);
        number = 1;
        if (all.length > LONGEST) {
            throw malformed(null);
        }
        return tree(all);
    }

    private JsonNode tree(byte[] json) throws IOException, BrokenPacketException {
        try {
            return Json.tree(json);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    private BrokenPacketException malformed(Exception cause) {
        return new BrokenPacketException("line " + number + " of " + file + " is not as Chartwarden writes it", cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
