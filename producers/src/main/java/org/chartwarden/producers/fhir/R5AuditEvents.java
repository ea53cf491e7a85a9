package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.Reference;

/**
 * Tells an R5 AuditEvent in R4's words, by the mapping that FHIR R5 publishes with the resource: {@code code} and {@code
 * category} are R4's subtypes, {@code occurred[x]} its period, {@code authorization} its purposeOfEvent and purposeOfUse,
 * {@code network[x]} its network. The {@code patient} and the {@code encounter} that R5 names beside the entities become
 * entities. What nothing here reads, such as extensions, is left out.
 */
final class R5AuditEvents {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PATIENT_ROLE = "1";

    /** Codes that R4 has as the type of an entity and R5, which has no such element, in its role. */
    private static final Set<String> ENTITY_TYPES = Set.of(AuditEntities.REQUEST_ID, AuditTokens.OAUTH_USER);

    private R5AuditEvents() {}

    /** @param event of the shape that R5 gives it */
    static ObjectNode asR4(JsonNode event) throws Refusal {
        ObjectNode told = JSON.objectNode().put("resourceType", AuditEventReader.AUDIT_EVENT);
        copy(event, told, "id", "action", "recorded");
        List<JsonNode> kinds = new ArrayList<>(codings(event.path("code")));
        event.path("category").forEach(category -> kinds.addAll(codings(category)));
        set(told, "subtype", array(kinds));
        set(told, "period", event.path("occurredPeriod"));
        if (event.has("occurredDateTime")) {
            told.putObject("period").set("start", event.get("occurredDateTime"));
        }
        outcome(event.path("outcome").path("code").path("code").asText()).ifPresent(code -> told.put("outcome", code));
        set(told, "purposeOfEvent", event.path("authorization"));
        event.path("agent").forEach(agent -> told.withArray("agent").add(agent(agent)));
        told.set("source", source(event.path("source")));
        event.path("entity").forEach(entity -> told.withArray("entity").add(entity(entity)));
        context(event, told);
        return told;
    }

    /** In R5 an issue's severity (preferred binding) or still R4's code; a warning did not keep the act from success. */
    private static Optional<String> outcome(String code) {
        return switch (code) {
            case "0", "success", "information", "warning" -> Optional.of("0");
            case "4" -> Optional.of("4");
            case "8", "error" -> Optional.of("8");
            case "12", "fatal" -> Optional.of("12");
            default -> Optional.empty();
        };
    }

    private static ObjectNode agent(JsonNode agent) {
        ObjectNode told = JSON.objectNode();
        copy(agent, told, "type", "role", "who", "requestor", "policy");
        set(told, "purposeOfUse", agent.path("authorization"));
        for (String network : List.of("networkString", "networkUri")) {
            if (agent.has(network)) {
                told.putObject("network").set("address", agent.get(network));
            }
        }
        return told;
    }

    private static ObjectNode source(JsonNode source) {
        ObjectNode told = JSON.objectNode();
        copy(source, told, "observer");
        Reference site = reference(source.path("site"));
        References.id(site).or(() -> Text.present(site.getDisplay())).ifPresent(text -> told.put("site", text));
        return told;
    }

    private static ObjectNode entity(JsonNode entity) {
        ObjectNode told = JSON.objectNode();
        copy(entity, told, "what", "query");
        List<JsonNode> roles = codings(entity.path("role"));
        roles.stream()
                .filter(role -> PATIENT_ROLE.equals(role.path("code").asText()))
                .findFirst()
                .or(() -> roles.stream().findFirst())
                .ifPresent(role -> told.set("role", role));
        roles.stream()
                .filter(role -> ENTITY_TYPES.contains(role.path("code").asText()))
                .findFirst()
                .ifPresent(role -> told.set("type", role));
        List<JsonNode> labels = new ArrayList<>();
        entity.path("securityLabel").forEach(label -> labels.addAll(codings(label)));
        set(told, "securityLabel", array(labels));
        return told;
    }

    /** After the entities, whose places are told by refusals. */
    private static void context(JsonNode event, ObjectNode told) throws Refusal {
        if (event.has("patient")) {
            References.patientId(reference(event.get("patient")), "AuditEvent.patient");
            ObjectNode patient = typed(event.get("patient"), References.PATIENT);
            told.withArray("entity")
                    .addObject()
                    .<ObjectNode>set("what", patient)
                    .putObject("role")
                    .put("code", "1");
        }
        if (event.has("encounter")) {
            told.withArray("entity").addObject().set("what", typed(event.get("encounter"), AuditEntities.ENCOUNTER));
        }
    }

    /** A reference whose element tells the type of its target, which it may leave out itself. */
    private static ObjectNode typed(JsonNode reference, String type) {
        ObjectNode typed = (ObjectNode) withoutExtensions(reference);
        return References.type(reference(reference)).isPresent() ? typed : typed.put("type", type);
    }

    private static Reference reference(JsonNode reference) {
        Reference told = new Reference();
        told.setReference(reference.path("reference").textValue());
        told.setType(reference.path("type").textValue());
        told.setDisplay(reference.path("display").textValue());
        told.getIdentifier().setValue(reference.path("identifier").path("value").textValue());
        return told;
    }

    private static List<JsonNode> codings(JsonNode concept) {
        List<JsonNode> codings = new ArrayList<>();
        concept.path("coding").forEach(coding -> codings.add(withoutExtensions(coding)));
        return codings;
    }

    private static ArrayNode array(List<JsonNode> values) {
        return JSON.arrayNode().addAll(values);
    }

    private static void copy(JsonNode from, ObjectNode to, String... names) {
        for (String name : names) {
            set(to, name, from.path(name));
        }
    }

    private static void set(ObjectNode object, String name, JsonNode value) {
        if (value.isValueNode() || !value.isEmpty()) {
            object.set(name, withoutExtensions(value));
        }
    }

    /** They may hold types that R4 does not know. */
    private static JsonNode withoutExtensions(JsonNode value) {
        if (value.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            value.forEach(element -> copy.add(withoutExtensions(element)));
            return copy;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode copy = JSON.objectNode();
        value.properties().forEach(field -> {
            if (!field.getKey().startsWith("_") && !field.getKey().equals("extension")) {
                copy.set(field.getKey(), withoutExtensions(field.getValue()));
            }
        });
        return copy;
    }
}
