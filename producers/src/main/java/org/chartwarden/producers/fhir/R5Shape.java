package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.chartwarden.producers.source.Refusal;

/**
 * Checks that an AuditEvent has the shape that FHIR R5 (5.0.0) gives it. Its data types are those of R4, so they are
 * checked as there.
 */
final class R5Shape {

    /** By the parent's path: each element's name and type; a star for a list. */
    private static final Map<String, Map<String, Element>> ELEMENTS = Map.of(
            "AuditEvent",
            elements("meta Meta, implicitRules uri, language code, category CodeableConcept*, code CodeableConcept,"
                    + " action AuditEvent.action, severity code, occurredPeriod Period, occurredDateTime dateTime,"
                    + " recorded instant, outcome Outcome, authorization CodeableConcept*, basedOn Reference*,"
                    + " patient Reference, encounter Reference, agent Agent*, source Source, entity Entity*"),
            "Outcome",
            elements("code Coding, detail CodeableConcept*"),
            "Agent",
            elements(
                    "type CodeableConcept, role CodeableConcept*, who Reference, requestor boolean, location Reference,"
                            + " policy uri*, networkReference Reference, networkUri uri, networkString string,"
                            + " authorization CodeableConcept*"),
            "Source",
            elements("site Reference, observer Reference, type CodeableConcept*"),
            "Entity",
            elements("what Reference, role CodeableConcept, securityLabel CodeableConcept*, query base64Binary,"
                    + " detail Detail*, agent Agent*"),
            "Detail",
            elements("type CodeableConcept, valueQuantity Quantity, valueCodeableConcept CodeableConcept,"
                    + " valueString string, valueBoolean boolean, valueInteger integer, valueRange Range,"
                    + " valueRatio Ratio, valueTime time, valueDateTime dateTime, valuePeriod Period,"
                    + " valueBase64Binary base64Binary"));

    /** Extensions are not read; contained resources and narrative stand only in the resource itself. */
    private static final Set<String> NOT_LOOKED_INTO = Set.of("id", "extension", "modifierExtension");

    private static final Set<String> OF_RESOURCE = Set.of("resourceType", "contained", "text");

    private final FhirShape datatypes;

    private record Element(String type, boolean isList) {}

    /** @param datatypes checks the types of elements, in the words of R5 */
    R5Shape(FhirShape datatypes) {
        this.datatypes = datatypes;
    }

    /** @throws Refusal naming the first element that is wrong */
    void check(JsonNode event) throws Refusal {
        composite(AuditEventReader.AUDIT_EVENT, AuditEventReader.AUDIT_EVENT, event);
    }

    private void composite(String parent, String path, JsonNode value) throws Refusal {
        FhirShape.requireObject(path, value);
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = FhirShape.element(field.getKey());
            if (NOT_LOOKED_INTO.contains(name)) {
                FhirShape.identifierIsText(path, name, field.getValue());
            } else if (!parent.equals(AuditEventReader.AUDIT_EVENT) || !OF_RESOURCE.contains(name)) {
                field(parent, path, field.getKey(), field.getValue());
            }
        }
    }

    private void field(String parent, String path, String name, JsonNode value) throws Refusal {
        Element element = ELEMENTS.get(parent).get(FhirShape.element(name));
        if (element == null) {
            throw datatypes.unknown(path, name);
        }
        String here = path + "." + name;
        if (!name.equals(FhirShape.element(name))) {
            return; // extensions of a primitive
        }
        if (!element.isList()) {
            value(element.type(), here, value);
            return;
        }
        FhirShape.requireArray(here, value);
        for (int index = 0; index < value.size(); index++) {
            value(element.type(), here + "[" + index + "]", value.get(index));
        }
    }

    private void value(String type, String path, JsonNode value) throws Refusal {
        if (ELEMENTS.containsKey(type)) {
            composite(type, path, value);
        } else if (type.startsWith(AuditEventReader.AUDIT_EVENT + ".")) {
            datatypes.elementOf(type, path, value);
        } else {
            datatypes.datatype(type, path, value);
        }
    }

    private static Map<String, Element> elements(String table) {
        Map<String, Element> elements = new HashMap<>();
        for (String row : table.split(",")) {
            String[] columns = row.strip().split(" ");
            boolean isList = columns[1].endsWith("*");
            elements.put(columns[0], new Element(columns[1].replace("*", ""), isList));
        }
        return Map.copyOf(elements);
    }
}
