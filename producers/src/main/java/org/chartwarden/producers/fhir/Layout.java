package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.chartwarden.producers.source.Refusal;

/** How a text holds its resources, as its beginning shows: file names do not tell, and standard input has none. */
enum Layout {

    /** NDJSON: one resource a line. */
    LINES,
    /** One resource over several lines, as programs that print for people write it. */
    DOCUMENT;

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Judges by the first two lines. Where the first is a whole JSON value, or is broken, the text has one resource a
     * line. Where it stops between two tokens the value goes on in the next line; unless that begins an object where
     * none can stand or is a resource of its own, because then the first line was cut off.
     *
     * @param beginning the first bytes of the text
     */
    static Layout of(byte[] beginning) {
        List<String> lines = new String(beginning, StandardCharsets.UTF_8)
                .lines()
                .filter(Predicate.not(String::isBlank))
                .map(String::strip)
                .limit(2)
                .toList();
        if (lines.size() < 2 || !isBegun(lines.get(0))) {
            return LINES;
        }
        return goesOn(lines.get(0), lines.get(1)) ? DOCUMENT : LINES;
    }

    private static boolean goesOn(String first, String second) {
        boolean objectMayFollow = first.endsWith("[") || first.endsWith(":");
        return !second.startsWith("{") || (objectMayFollow && !isResource(second));
    }

    private static boolean isResource(String line) {
        try {
            return FhirDocument.of(line.getBytes(StandardCharsets.UTF_8)).resourceType() != null;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Whether the line is the begin of a JSON value that stops between two tokens. */
    private static boolean isBegun(String line) {
        try (JsonParser parser = JSON.createNonBlockingByteArrayParser()) {
            byte[] bytes = (line + " ").getBytes(StandardCharsets.UTF_8);
            ByteArrayFeeder feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
            feeder.feedInput(bytes, 0, bytes.length);
            int depth = 0;
            JsonToken token = parser.nextToken();
            while (token != JsonToken.NOT_AVAILABLE) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                token = parser.nextToken();
            }
            // A line feed may not stand within a string, so a line that stops in one is broken.
            return depth > 0 && !stopsInString(line);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean stopsInString(String line) {
        boolean inString = false;
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character == '"') {
                inString = !inString;
            } else if (character == '\\' && inString) {
                index++;
            }
        }
        return inString;
    }
}
