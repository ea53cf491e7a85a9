package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.chartwarden.producers.source.Refusal;

/** How strictly JSON is read here. */
final class FhirJson {

    /** Far deeper than any resource is, and far from what overflows the stack of a thread. */
    private static final int DEPTH_LIMIT = 100;

    private static final int DIGITS_LIMIT = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;

    static final JsonFactory FACTORY = JsonFactory.builder()
            // Two values for one element: which one is meant?
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // FHIR is UTF-8 (R4, 2.6.2); guessing UTF-16 from zero bytes would only make errors obscure.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_LIMIT).build())
            .build();

    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private FhirJson() {}

    /** @throws Refusal when it is not one JSON object */
    static JsonNode object(byte[] raw) throws Refusal {
        try {
            JsonNode tree = MAPPER.readTree(raw);
            if (tree == null || !tree.isObject()) {
                throw notAnObject();
            }
            requireShortNumbers(tree);
            return tree;
        } catch (JsonProcessingException e) {
            throw invalid(e);
        } catch (ArithmeticException | NumberFormatException e) {
            throw beyondLimits(); // an exponent beyond what even BigDecimal holds
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /** HAPI writes decimals out, and 1e999999999 has a billion digits. */
    private static void requireShortNumbers(JsonNode tree) throws Refusal {
        if (tree.isBigDecimal() && Math.abs((long) tree.decimalValue().scale()) > DIGITS_LIMIT) {
            throw beyondLimits();
        }
        for (JsonNode child : tree) {
            requireShortNumbers(child);
        }
    }

    private static Refusal beyondLimits() {
        return new Refusal(
                ("The record is nested more than %d levels deep, or has a number of more than %,d digits or a"
                                + " text of more than %,d characters; no FHIR resource needs that")
                        .formatted(DEPTH_LIMIT, DIGITS_LIMIT, StreamReadConstraints.DEFAULT_MAX_STRING_LEN));
    }

    static Refusal notAnObject() {
        return new Refusal("The record is not a JSON object; one FHIR R4 resource in JSON is required");
    }

    /** Jackson's own message quotes the content. */
    static Refusal invalid(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return beyondLimits();
        }
        return new Refusal("The record is not valid JSON from line %d, column %d on; one FHIR R4 resource is required"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }

    static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("Bytes in memory could not be read", e);
    }
}
