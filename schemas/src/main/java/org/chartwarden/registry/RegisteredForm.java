package org.chartwarden.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * The form in which a schema goes to the registry: without {@code avro.java.string}, which the code generator adds.
 * It says nothing about the bytes, and with it the same contract written from another language would become a second
 * version.
 */
public final class RegisteredForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RegisteredForm() {}

    /** The same schema without properties that only Java knows. */
    public static Schema of(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            removeFrom(tree);
            return new Schema.Parser().parse(tree.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is not JSON: " + schema.getFullName(), e);
        }
    }

    private static void removeFrom(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(GenericData.STRING_PROP);
        }
        node.forEach(RegisteredForm::removeFrom);
    }
}
