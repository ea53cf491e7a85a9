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
import org.hl7.fhir.r4.model.BaseDateTimeType;
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

    /** How every date and time begins; HAPI also takes years such as {@code +026}. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.*)?)?)?");

    private final FhirContext context;
    private final String release;

    /** @param release whose elements they are, for messages: {@code FHIR R4} */
    FhirShape(FhirContext context, String release) {
        this.context = context;
        this.release = release;
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

    /**
     * Checks a value of a data type.
     *
     * @param type such as {@code CodeableConcept} or {@code instant}
     */
    void datatype(String type, String path, JsonNode value) throws Refusal {
        value(context.getElementDefinition(type), null, path, value);
    }

    /**
     * Checks a value as R4 checks an element of a resource, such as {@code AuditEvent.action}, whose codes are bound.
     */
    void elementOf(String element, String path, JsonNode value) throws Refusal {
        int dot = element.indexOf('.');
        String name = element.substring(dot + 1);
        BaseRuntimeChildDefinition child =
                context.getResourceDefinition(element.substring(0, dot)).getChildByName(name);
        value(child.getChildByName(name), child.getInstanceConstructorArguments(), path, value);
    }

    private void composite(BaseRuntimeElementCompositeDefinition<?> definition, String path, JsonNode value)
            throws Refusal {
        requireObject(path, value);
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            field(definition, path, field.getKey(), field.getValue());
        }
    }

    private void field(BaseRuntimeElementCompositeDefinition<?> parent, String path, String name, JsonNode value)
            throws Refusal {
        String element = element(name);
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
            value(definition, child.getInstanceConstructorArguments(), here, value);
        } else {
            list(child, definition, here, value);
        }
    }

    /** A name that looks like an element's may be told; anything else may be content that slipped into its place. */
    Refusal unknown(String path, String name) {
        return ELEMENT_NAME.matcher(name).matches()
                ? new Refusal(path + "." + name, "is not an element of " + release)
                : new Refusal(path, "has an element that " + release + " does not know there");
    }

    /** The element's name: {@code _birthDate} carries the extensions of {@code birthDate}. */
    static String element(String name) {
        return name.startsWith("_") ? name.substring(1) : name;
    }

    static void requireObject(String path, JsonNode value) throws Refusal {
        if (!value.isObject() || value.isEmpty()) {
            throw new Refusal(path, "must be a JSON object that is not empty");
        }
    }

    static void requireArray(String path, JsonNode values) throws Refusal {
        if (!values.isArray() || values.isEmpty()) {
            throw new Refusal(path, "must be a JSON array that is not empty");
        }
    }

    static void identifierIsText(String path, String element, JsonNode value) throws Refusal {
        if (element.equals("id") && !value.isTextual()) {
            throw new Refusal(path + ".id", "must be a JSON string");
        }
    }

    private void list(
            BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> definition, String path, JsonNode values)
            throws Refusal {
        requireArray(path, values);
        int index = 0;
        for (JsonNode value : values) {
            value(definition, child.getInstanceConstructorArguments(), path + "[" + index++ + "]", value);
        }
    }

    /** @param arguments a bound code is made with the codes that are allowed; null for any other type */
    private void value(BaseRuntimeElementDefinition<?> definition, Object arguments, String path, JsonNode value)
            throws Refusal {
        if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            composite(composite, path, value);
        } else if (definition.newInstance(arguments) instanceof IPrimitiveType<?> primitive) {
            primitive(primitive, path, value);
        }
    }

    private void primitive(IPrimitiveType<?> primitive, String path, JsonNode value) throws Refusal {
        boolean rightType = primitive instanceof BooleanType
                ? value.isBoolean()
                : primitive instanceof DecimalType || primitive instanceof IntegerType
                        ? value.isNumber()
                        : value.isTextual();
        if (!rightType) {
            throw new Refusal(path, "must be a JSON " + jsonType(primitive));
        }
        if (value.asText().chars().anyMatch(FhirShape::isForbidden)) {
            throw new Refusal(
                    path, "has a control character; " + release + " allows only tab, line feed and carriage return");
        }
        if (!isValid(primitive, value.asText())) {
            throw new Refusal(path, "is not a valid " + primitive.fhirType() + " of " + release);
        }
    }

    private static boolean isValid(IPrimitiveType<?> primitive, String text) {
        if (primitive instanceof BaseDateTimeType && !DATE.matcher(text).matches()) {
            return false;
        }
        try {
            primitive.setValueAsString(text);
            return true;
        } catch (RuntimeException e) {
            // HAPI throws a different kind of exception for each data type, all of which mean this; they quote.
            return false;
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
