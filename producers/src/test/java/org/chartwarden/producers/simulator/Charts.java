package org.chartwarden.producers.simulator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Resource;

/** What the FHIR of a simulated day says, read back with HAPI's strict parser and nothing else. */
final class Charts {

    /** An access, told once however often it was recorded. */
    record Access(Instant time, String userId, String patientId) {}

    /** Resource types and ids: what references may point to. */
    final Set<String> known = new HashSet<>();

    final List<AuditEvent> auditEvents = new ArrayList<>();
    final List<Access> accesses = new ArrayList<>();

    Charts(SimulatedDay day) {
        IParser parser = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        day.contextLines()
                .map(line -> (Resource) parser.parseResource(line))
                .forEach(resource -> known.add(resource.fhirType() + "/" + resource.getIdPart()));
        Set<String> acts = new HashSet<>();
        day.auditLines()
                .map(line -> parser.parseResource(AuditEvent.class, line))
                .forEach(event -> {
                    auditEvents.add(event);
                    if (acts.add(requestId(event) + patient(event))) {
                        accesses.add(new Access(event.getRecorded().toInstant(), id(user(event)), id(patient(event))));
                    }
                });
        accesses.sort(Comparator.comparing(Access::time));
    }

    /** The reference to the one who acted. */
    static String user(AuditEvent event) {
        return event.getAgent().stream()
                .filter(AuditEventAgentComponent::getRequestor)
                .map(agent -> agent.getWho().getReference())
                .findFirst()
                .orElseThrow();
    }

    /** The reference to the one whose chart it is. */
    static String patient(AuditEvent event) {
        return entity(event, "1").getWhat().getReference();
    }

    private static String requestId(AuditEvent event) {
        return entity(event, "XrequestId").getWhat().getIdentifier().getValue();
    }

    private static AuditEventEntityComponent entity(AuditEvent event, String type) {
        return event.getEntity().stream()
                .filter(entity -> type.equals(entity.getType().getCode()))
                .findFirst()
                .orElseThrow();
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
