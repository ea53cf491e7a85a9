package org.chartwarden.producers.simulator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;

/** What the FHIR of a simulated day says, read back with HAPI's strict parser and nothing else. */
final class Charts {

    /** An access, told once however often it was recorded. */
    record Access(Instant time, String userId, String patientId, boolean search, boolean shown, boolean emergency) {}

    final Set<String> vips = new HashSet<>();
    final Map<String, String> userByOwnPatient = new HashMap<>();
    final Map<String, Set<String>> locationsByUser = new HashMap<>();
    final Map<String, List<Encounter>> encountersByPatient = new HashMap<>();
    final List<AuditEvent> auditEvents = new ArrayList<>();
    final List<Access> accesses = new ArrayList<>();

    Charts(SimulatedDay day) {
        IParser parser = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        day.contextLines().map(parser::parseResource).forEach(resource -> context((Resource) resource));
        Set<String> known = new HashSet<>();
        day.auditLines()
                .map(line -> parser.parseResource(AuditEvent.class, line))
                .forEach(event -> {
                    auditEvents.add(event);
                    if (known.add(requestId(event) + patientId(event))) {
                        accesses.add(access(event));
                    }
                });
        accesses.sort(Comparator.comparing(Access::time));
    }

    private void context(Resource resource) {
        if (resource instanceof Patient patient
                && patient.getMeta().getSecurity().stream().anyMatch(label -> "CEL".equals(label.getCode()))) {
            vips.add(patient.getIdPart());
        } else if (resource instanceof Practitioner practitioner) {
            practitioner.getIdentifier().stream()
                    .filter(identifier ->
                            "MR".equals(identifier.getType().getCodingFirstRep().getCode()))
                    .map(Identifier::getValue)
                    .forEach(own -> userByOwnPatient.put(own, practitioner.getIdPart()));
        } else if (resource instanceof PractitionerRole role) {
            locationsByUser
                    .computeIfAbsent(id(role.getPractitioner().getReference()), user -> new HashSet<>())
                    .add(role.getLocationFirstRep().getReference());
        } else if (resource instanceof Encounter encounter) {
            encountersByPatient
                    .computeIfAbsent(id(encounter.getSubject().getReference()), patient -> new ArrayList<>())
                    .add(encounter);
        }
    }

    private static Access access(AuditEvent event) {
        String user = event.getAgent().stream()
                .filter(AuditEvent.AuditEventAgentComponent::getRequestor)
                .map(agent -> id(agent.getWho().getReference()))
                .findFirst()
                .orElseThrow();
        return new Access(
                event.getRecorded().toInstant(),
                user,
                patientId(event),
                event.getAction() == AuditEvent.AuditEventAction.E,
                event.getOutcome() == AuditEventOutcome._0,
                "BTG"
                        .equals(event.getPurposeOfEventFirstRep()
                                .getCodingFirstRep()
                                .getCode()));
    }

    static String requestId(AuditEvent event) {
        return entity(event, "XrequestId").getWhat().getIdentifier().getValue();
    }

    private static String patientId(AuditEvent event) {
        return id(entity(event, "1").getWhat().getReference());
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
