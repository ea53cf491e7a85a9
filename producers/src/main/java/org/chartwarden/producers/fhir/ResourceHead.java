package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.chartwarden.producers.source.Refusal;

/**
 * What a door must know of a resource before a reader judges it. Whatever is not of its JSON type counts as missing:
 * to complain is the reader's task.
 *
 * @param type resourceType
 * @param id the logical id
 * @param versionId meta.versionId
 * @param lastUpdated meta.lastUpdated
 */
public record ResourceHead(
        Optional<String> type, Optional<String> id, Optional<String> versionId, Optional<Instant> lastUpdated) {

    /** @throws Refusal when it is not a JSON object */
    public static ResourceHead of(byte[] raw) throws Refusal {
        try (JsonParser parser = FhirJson.FACTORY.createParser(raw)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw FhirJson.notAnObject();
            }
            return new Looking(parser).head();
        } catch (JsonProcessingException e) {
            throw FhirJson.invalid(e);
        } catch (IOException e) {
            throw FhirJson.inMemory(e);
        }
    }

    private static final class Looking {
        private final JsonParser parser;
        private String type;
        private String id;
        private String versionId;
        private String lastUpdated;

        Looking(JsonParser parser) {
            this.parser = parser;
        }

        ResourceHead head() throws IOException {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("meta") && value == JsonToken.START_OBJECT) {
                    meta();
                } else if (name.equals("resourceType")) {
                    type = text(value);
                } else if (name.equals("id")) {
                    id = text(value);
                } else {
                    parser.skipChildren();
                }
            }
            return new ResourceHead(
                    Optional.ofNullable(type),
                    Optional.ofNullable(id),
                    Optional.ofNullable(versionId),
                    Optional.ofNullable(lastUpdated).flatMap(ResourceHead::instant));
        }

        private void meta() throws IOException {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("versionId")) {
                    versionId = text(value);
                } else if (name.equals("lastUpdated")) {
                    lastUpdated = text(value);
                } else {
                    parser.skipChildren();
                }
            }
        }

        /** Also leaves an array or an object behind. */
        private String text(JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
            parser.skipChildren();
            return null;
        }
    }

    /** FHIR's instant has an offset and seconds (R4, 2.24.0.1). */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
