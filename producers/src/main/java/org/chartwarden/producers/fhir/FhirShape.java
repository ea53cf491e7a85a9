package org.chartwarden.producers.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;

/**
 * Checks that a resource has the shape that FHIR R4 gives it: known elements, lists where lists belong, values of the
 * right JSON type that mean something (R4, 2.6.2).
 *
 * <p>HAPI's own parser reads numbers as codes and lists as single values, and says of what it does refuse neither
 * where it was nor anything without quoting it. Inside of extensions, contained resources and narrative HAPI judges
 * alone; the one extension that is read, a place on the map, is checked where it is read.
 */
final class FhirShape {

    private static final Set<String> NOT_LOOKED_INTO = Set.of("extension", "modifierExtension", "contained", "text");

    private static final Pattern ELEMENT_NAME = Pattern.compile("_?[a-z][A-Za-z]{0,63}");

    private final FhirContext context;

    FhirShape(FhirContext context) {
        this.context = context;
    }

    /** @throws Refusal naming the first element that is wrong */
    void check(String resourceType, JsonNode resource) throws Refusal {
        BaseRuntimeElementCompositeDefinition<?> definition = context.getResourceDefinition(resourceType);
        for (Map.Entry<String, JsonNode> field : resource.properties()) {
            if (!field.getKey().equals("resourceType")) {
                field(definition, resourceType, field.getKey(), field.getValue());
            }
        }
    }

    private void composite(BaseRuntimeElementCompositeDefinition<?> definition, String path, JsonNode value)
            throws Refusal {
        if (!value.isObject() || value.isEmpty()) {
            throw new Refusal(path, "must be a JSON object that is not empty");
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            field(definition, path, field.getKey(), field.getValue());
        }
    }

    private void field(BaseRuntimeElementCompositeDefinition<?> parent, String path, String name, JsonNode value)
            throws Refusal {
        // "_birthDate" carries the extensions of "birthDate".
        String element = name.startsWith("_") ? name.substring(1) : name;
        if (element.equals("id") || NOT_LOOKED_INTO.contains(element)) {
            identifierIsText(path, element, value);
            return;
        }
        BaseRuntimeChildDefinition child = parent.getChildByName(element);
        if (child == null) {
            throw unknown(path, name);
        }
        if (!name.equals(element)) {
            return;
        }
        BaseRuntimeElementDefinition<?> definition = child.getChildByName(element);
        String here = path + "." + element;
        if (child.getMax() == 1) {
            value(child, definition, here, value);
        } else {
            list(child, definition, here, value);
        }
    }

    /** A name that looks like an element's may be told; anything else may be content that slipped into its place. */
    private static Refusal unknown(String path, String name) {
        return ELEMENT_NAME.matcher(name).matches()
                ? new Refusal(path + "." + name, "is not an element of FHIR R4")
                : new Refusal(path, "has an element that FHIR R4 does not know there");
    }

    private static void identifierIsText(String path, String element, JsonNode value) throws Refusal {
        if (element.equals("id") && !value.isTextual()) {
            throw new Refusal(path + ".id", "must be a JSON string");
        }
    }

    private void list(
            BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> definition, String path, JsonNode values)
            throws Refusal {
        if (!values.isArray() || values.isEmpty()) {
            throw new Refusal(path, "must be a JSON array that is not empty");
        }
        int index = 0;
        for (JsonNode value : values) {
            value(child, definition, path + "[" + index++ + "]", value);
        }
    }

    private void value(
            BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> definition, String path, JsonNode value)
            throws Refusal {
        if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            composite(composite, path, value);
        } else if (definition.newInstance(child.getInstanceConstructorArguments())
                instanceof IPrimitiveType<?> primitive) { // A bound code is made with the codes that are allowed.
            primitive(primitive, path, value);
        }
    }

    private static void primitive(IPrimitiveType<?> primitive, String path, JsonNode value) throws Refusal {
        boolean rightType = primitive instanceof BooleanType
                ? value.isBoolean()
                : primitive instanceof DecimalType || primitive instanceof IntegerType
                        ? value.isNumber()
                        : value.isTextual();
        if (!rightType) {
            throw new Refusal(path, "must be a JSON " + jsonType(primitive));
        }
        if (value.asText().chars().anyMatch(FhirShape::isForbidden)) {
            throw new Refusal(path, "has a control character; FHIR R4 allows only tab, line feed and carriage return");
        }
        try {
            primitive.setValueAsString(value.asText());
        } catch (RuntimeException e) {
            // HAPI throws a different kind of exception for each data type, all of which mean this; they quote.
            throw new Refusal(path, "is not a valid " + primitive.fhirType() + " of FHIR R4");
        }
    }

    /** FHIR R4, 2.24.0.1. Also, the topology separates ids by a NUL. */
    private static boolean isForbidden(int character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r';
    }

    private static String jsonType(IPrimitiveType<?> primitive) {
        if (primitive instanceof BooleanType) {
            return "boolean";
        }
        return primitive instanceof DecimalType || primitive instanceof IntegerType ? "number" : "string";
    }
}
