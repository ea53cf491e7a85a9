package org.chartwarden.producers.poll;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.chartwarden.producers.fhir.FhirDocument;
import org.chartwarden.producers.poll.PollException.Scope;
import org.chartwarden.producers.source.Refusal;

/**
 * One page of a search's result (FHIR R4, 3.1.1.5).
 *
 * @param entries the resources, uncut
 * @param next the link to the following page, as the server wrote it
 */
record Page(List<FhirDocument.Resource> entries, Optional<String> next) {

    private static final JsonFactory JSON = new JsonFactory();

    static Page of(byte[] body) throws PollException {
        try {
            FhirDocument document = FhirDocument.of(body);
            if (!document.isBundle() || !"searchset".equals(document.bundleType())) {
                throw new PollException(Scope.TYPE, "the answer is not a Bundle of type searchset");
            }
            return new Page(document.resources(), next(body));
        } catch (Refusal refusal) {
            throw new PollException(Scope.TYPE, "the answer cannot be read: " + refusal.getMessage(), refusal);
        }
    }

    /** Of a body that was read before as JSON. */
    private static Optional<String> next(byte[] body) {
        Optional<String> next = Optional.empty();
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean links = parser.currentName().equals("link");
                if (parser.nextToken() == JsonToken.START_ARRAY && links) {
                    next = nextOf(parser);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory could not be read", e);
        }
        return next;
    }

    private static Optional<String> nextOf(JsonParser links) throws IOException {
        String next = null;
        while (links.nextToken() != JsonToken.END_ARRAY) {
            String relation = null;
            String url = null;
            if (links.currentToken() != JsonToken.START_OBJECT) {
                links.skipChildren();
                continue;
            }
            while (links.nextToken() != JsonToken.END_OBJECT) {
                String name = links.currentName();
                boolean text = links.nextToken() == JsonToken.VALUE_STRING;
                relation = text && name.equals("relation") ? links.getText() : relation;
                url = text && name.equals("url") ? links.getText() : url;
                links.skipChildren();
            }
            next = "next".equals(relation) ? url : next;
        }
        return Optional.ofNullable(next);
    }
}
