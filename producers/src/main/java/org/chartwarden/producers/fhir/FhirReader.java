package org.chartwarden.producers.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Resource;

/** Parses single FHIR R4 resources, strictly. Safe for use by many threads. */
final class FhirReader {

    private final FhirContext context = FhirContext.forR4Cached();
    private final FhirShape shape = new FhirShape(context, "FHIR R4");

    /** Checks AuditEvents of FHIR R5. */
    R5Shape r5() {
        return new R5Shape(new FhirShape(context, "FHIR R5"));
    }

    /** A resource whose type is known and whose content is not parsed yet. */
    record Unparsed(String type, String text, JsonNode tree) {}

    /**
     * Reads the JSON and says which resource it is.
     *
     * @param allowed the resource types that can be read here
     */
    Unparsed identify(byte[] raw, Collection<String> allowed) throws Refusal {
        return identify(raw, allowed, Set.of());
    }

    /** @param tolerated types that may stand among the allowed ones, though nobody need send them */
    Unparsed identify(byte[] raw, Collection<String> allowed, Set<String> tolerated) throws Refusal {
        String text = text(raw);
        JsonNode tree = FhirJson.object(raw);
        String type = tree.path("resourceType").textValue();
        if (type == null && (tree.has("request") || tree.has("fullUrl"))) {
            throw new Refusal(
                    "Bundle.entry.resource",
                    "is missing; a deletion does not say whose record it was, so that nothing can follow from it. Send"
                            + " what was deleted once more, with a status such as entered-in-error");
        }
        if (type == null || (!allowed.contains(type) && !tolerated.contains(type))) {
            throw new Refusal(
                    "resourceType",
                    (type == null ? "is missing" : "is not one that is read here") + "; allowed: "
                            + String.join(", ", new TreeSet<>(allowed)));
        }
        return new Unparsed(type, text, tree);
    }

    /** Parses what was identified; it has the shape that FHIR R4 gives it. */
    <T extends Resource> T parse(Unparsed resource, Class<T> type) throws Refusal {
        shape.check(resource.type(), resource.tree());
        return parseChecked(resource, type);
    }

    /** Parses what is known to have the shape that FHIR R4 gives it. */
    <T extends Resource> T parseChecked(Unparsed resource, Class<T> type) throws Refusal {
        try {
            return context.newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(type, resource.text());
        } catch (RuntimeException e) {
            // HAPI's message may quote the content. Where FhirShape does not look, HAPI throws anything: of an
            // extension that is null, a NullPointerException.
            throw new Refusal(resource.type(), "is not a valid resource of FHIR R4");
        }
    }

    private static String text(byte[] raw) throws Refusal {
        ByteBuffer bytes = ByteBuffer.wrap(raw);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(
                    "The record is not valid UTF-8 from byte " + (bytes.position() + 1) + " on; FHIR JSON is UTF-8");
        }
    }
}
