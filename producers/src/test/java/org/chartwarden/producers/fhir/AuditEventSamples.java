package org.chartwarden.producers.fhir;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chartwarden.model.AccessCategory;
import org.chartwarden.producers.doors.Act;

/** Tells an act as a FHIR AuditEvent of IHE BALP, in either release. */
public final class AuditEventSamples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String REST = "http://hl7.org/fhir/restful-interaction";
    private static final String PURPOSE = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String APPLICATION = "110150";
    private static final String HUMAN_USER = "humanuser";

    private AuditEventSamples() {}

    /** As FHIR R4. */
    public static byte[] r4(Act act) {
        ObjectNode event = begun(act);
        event.set("type", coding(rest(act) ? "rest" : act.dicomEventId(), rest(act) ? null : DICOM));
        String subtype = rest(act) ? act.interaction() : act.dicomEventType();
        if (subtype != null) {
            event.putArray("subtype").add(coding(subtype, rest(act) ? REST : DICOM));
        }
        event.put("outcome", outcome(act));
        concepts(event, "purposeOfEvent", act.purposeOfUse(), PURPOSE);
        ObjectNode agent = agent(event, act);
        if (act.userName() != null) {
            agent.put("name", act.userName());
        }
        if (act.networkAddress() != null) {
            agent.putObject("network").put("address", act.networkAddress());
        }
        ArrayNode entities = JSON.createArrayNode();
        for (Thing thing : Thing.of(act)) {
            ObjectNode entity = entities.addObject();
            thing.fill(entity);
            if (thing.role() != null) {
                entity.set("role", coding(thing.role(), null));
            }
            if (thing.isRequest()) {
                entity.set("type", coding("XrequestId", null));
            }
            thing.labels().forEach(label -> entity.withArray("securityLabel").add(coding(label, null)));
        }
        return bytes(event, entities);
    }

    /** As FHIR R5. */
    public static byte[] r5(Act act) {
        ObjectNode event = begun(act);
        concepts(event, "category", List.of(rest(act) ? "rest" : act.dicomEventId()), rest(act) ? null : DICOM);
        String code = rest(act) ? act.interaction() : act.dicomEventType();
        event.set(
                "code", concept(code == null ? act.dicomEventId() : code, rest(act) ? REST : DICOM)); // R5 requires one
        event.putObject("outcome").set("code", coding(outcome(act), null));
        concepts(event, "authorization", act.purposeOfUse(), PURPOSE);
        ObjectNode agent = agent(event, act);
        if (act.userName() != null) {
            agent.withObject("who").put("display", act.userName());
        }
        if (act.networkAddress() != null) {
            agent.put("networkString", act.networkAddress());
        }
        ArrayNode entities = JSON.createArrayNode();
        for (Thing thing : Thing.of(act)) {
            ObjectNode entity = entities.addObject();
            thing.fill(entity);
            if (thing.role() != null) {
                entity.set("role", concept(thing.role(), null));
            }
            if (thing.isRequest()) {
                entity.set("role", concept("XrequestId", null));
            }
            concepts(entity, "securityLabel", thing.labels(), null);
        }
        return bytes(event, entities);
    }

    private static boolean rest(Act act) {
        return act.interaction() != null;
    }

    private static String outcome(Act act) {
        return switch (act.outcome()) {
            case SUCCESS -> "0";
            case MINOR_FAILURE -> "4";
            case SERIOUS_FAILURE -> "8";
            case MAJOR_FAILURE -> "12";
        };
    }

    private static ObjectNode begun(Act act) {
        ObjectNode event = JSON.createObjectNode().put("resourceType", "AuditEvent");
        event.put("action", act.action().name());
        event.put("recorded", act.time().toString());
        event.putObject("source").putObject("observer").putObject("identifier").put("value", act.sourceSystem());
        return event;
    }

    /** The one agent: the person, or the application that asks on its own. */
    private static ObjectNode agent(ObjectNode event, Act act) {
        ObjectNode agent = event.putArray("agent").addObject();
        agent.put("requestor", act.userId() != null);
        if (act.userId() == null) {
            agent.set("type", concept(APPLICATION, DICOM));
            agent.putObject("who").put("display", "client application");
            return agent;
        }
        if (act.interactive()) {
            agent.set("type", concept(HUMAN_USER, null));
        }
        agent.putObject("who").put("reference", "Practitioner/" + act.userId());
        concepts(agent, "role", act.userRole() == null ? List.of() : List.of(act.userRole()), null);
        return agent;
    }

    private static byte[] bytes(ObjectNode event, ArrayNode entities) {
        if (!entities.isEmpty()) {
            event.set("entity", entities);
        }
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void concepts(ObjectNode parent, String name, List<String> codes, String system) {
        codes.forEach(code -> parent.withArray(name).add(concept(code, system)));
    }

    private static ObjectNode concept(String code, String system) {
        ObjectNode concept = JSON.createObjectNode();
        concept.putArray("coding").add(coding(code, system));
        return concept;
    }

    private static ObjectNode coding(String code, String system) {
        ObjectNode coding = JSON.createObjectNode();
        if (system != null) {
            coding.put("system", system);
        }
        return coding.put("code", code);
    }

    /**
     * What an act was done on, as one entity.
     *
     * @param reference to a resource; null for a query
     * @param role of object-role; null when not told
     */
    private record Thing(String reference, String identifier, String role, List<String> labels, String query) {

        static List<Thing> of(Act act) {
            List<Thing> things = new ArrayList<>();
            boolean own = "Patient".equals(act.objectType());
            if (act.patientId() != null) {
                things.add(resource("Patient", act.patientId(), "1", own ? act.securityLabels() : List.of()));
            }
            if (act.encounterId() != null) {
                boolean touched = "Encounter".equals(act.objectType());
                things.add(resource("Encounter", act.encounterId(), null, touched ? act.securityLabels() : List.of()));
            }
            if (act.objectType() != null && !own && !act.objectType().equals("Encounter")) {
                things.add(resource(act.objectType(), act.objectId(), "4", act.securityLabels()));
            }
            if (act.category() == AccessCategory.SEARCH) {
                String query = "GET /Patient?"
                        + act.queryParameters().stream()
                                .map(name -> name + "=sample")
                                .collect(Collectors.joining("&"));
                things.add(new Thing(null, null, "24", List.of(), query));
            }
            if (act.requestId() != null) {
                things.add(new Thing(null, act.requestId(), null, List.of(), null));
            }
            return things;
        }

        private static Thing resource(String type, String id, String role, List<String> labels) {
            return new Thing(type + "/" + id, null, role, labels, null);
        }

        boolean isRequest() {
            return identifier != null;
        }

        void fill(ObjectNode entity) {
            if (reference != null) {
                entity.putObject("what").put("reference", reference);
            }
            if (identifier != null) {
                entity.putObject("what").putObject("identifier").put("value", identifier);
            }
            if (query != null) {
                entity.put("query", query.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
