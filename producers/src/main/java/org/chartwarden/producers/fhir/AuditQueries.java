package org.chartwarden.producers.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.Base64BinaryType;

/** Saves an AuditEvent from a query that is not base64: an access must not be lost for the words of a search. */
final class AuditQueries {

    private static final String QUERY = "query";

    /** Base64 of zeros, which name no search parameter. */
    private static final String NOTHING = "AAAA";

    private AuditQueries() {}

    /** The event with nothing in place of what is not base64. */
    static FhirReader.Unparsed readable(FhirReader.Unparsed event) {
        boolean replaced = false;
        for (JsonNode entity : event.tree().path("entity")) {
            if (entity.has(QUERY) && !isBase64(entity.get(QUERY))) {
                ((ObjectNode) entity).put(QUERY, NOTHING);
                replaced = true;
            }
        }
        return replaced ? new FhirReader.Unparsed(event.type(), event.tree().toString(), event.tree()) : event;
    }

    private static boolean isBase64(JsonNode query) {
        if (!query.isTextual()) {
            return false;
        }
        try {
            new Base64BinaryType().checkValidBase64(query.textValue());
            return true;
        } catch (DataFormatException e) {
            return false;
        }
    }
}
