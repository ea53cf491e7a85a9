package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.chartwarden.producers.source.Refusal;

/** How strictly JSON is read here. */
final class FhirJson {

    static final JsonFactory FACTORY = JsonFactory.builder()
            // Two values for one element: which one is meant?
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // FHIR is UTF-8 (R4, 2.6.2); guessing UTF-16 from zero bytes would only make errors obscure.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private static final ObjectMapper MAPPER =
            new ObjectMapper(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private FhirJson() {}

    /** @throws Refusal when it is not one JSON object */
    static JsonNode object(byte[] raw) throws Refusal {
        try {
            JsonNode tree = MAPPER.readTree(raw);
            if (tree == null || !tree.isObject()) {
                throw notAnObject();
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw invalid(e);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    static Refusal notAnObject() {
        return new Refusal("The record is not a JSON object; one FHIR R4 resource in JSON is required");
    }

    /** Jackson's own message quotes the content. */
    static Refusal invalid(JsonProcessingException e) {
        return new Refusal("The record is not valid JSON from line %d, column %d on; one FHIR R4 resource is required"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }

    static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("Bytes in memory could not be read", e);
    }
}
