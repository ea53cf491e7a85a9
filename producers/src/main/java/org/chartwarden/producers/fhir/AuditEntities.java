package org.chartwarden.producers.fhir;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwarden.producers.access.AccessEvents;
import org.chartwarden.producers.access.QueryParameters;
import org.chartwarden.producers.source.Refusal;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Reference;

/** What an act was done on, by IHE BALP 1.1: the patient, the data, the encounter, the HTTP request. */
final class AuditEntities {

    static final String ENCOUNTER = "Encounter";
    static final String REQUEST_ID = "XrequestId";

    private static final String PATIENT_ROLE = "1";

    private final List<AuditEventEntityComponent> entities;

    /**
     * A patient whose record the act was done on.
     *
     * @param what as the event refers to the patient
     * @param inRole whether the event gives the role of the patient, and not only refers to a Patient
     */
    record Subject(String patientId, Reference what, boolean inRole) {}

    AuditEntities(AuditEvent event) {
        this.entities = event.getEntity();
    }

    /**
     * The patients, each once: the entities in the role of the patient, else those that refer to a Patient.
     *
     * @throws Refusal when a patient is there but not identified
     */
    List<Subject> patients() throws Refusal {
        boolean byRole = entities.stream().anyMatch(AuditEntities::inPatientRole);
        Map<String, Subject> patients = new LinkedHashMap<>();
        for (int index = 0; index < entities.size(); index++) {
            AuditEventEntityComponent entity = entities.get(index);
            if (byRole ? inPatientRole(entity) : refersTo(References.PATIENT, entity)) {
                String path = "AuditEvent.entity[" + index + "].what";
                String id = References.id(entity.getWhat())
                        .orElseThrow(() -> new Refusal(
                                path,
                                "does not identify the patient; a reference such as Patient/123 or an identifier is"
                                        + " required"));
                patients.putIfAbsent(id, new Subject(id, entity.getWhat(), byRole));
                AccessEvents.requireBoundedPatients(patients.size(), path);
            }
        }
        return List.copyOf(patients.values());
    }

    Optional<String> encounterId() {
        return ofType(ENCOUNTER).flatMap(References::id);
    }

    /** What was touched besides the patients as such; an encounter is the context, unless it is all there is. */
    Optional<Reference> object(List<Subject> patients) {
        Set<Reference> subjects = Collections.newSetFromMap(new IdentityHashMap<>());
        patients.forEach(patient -> subjects.add(patient.what()));
        return others().filter(what -> !isOf(ENCOUNTER, what) && !subjects.contains(what))
                .findFirst()
                .or(() -> ofType(ENCOUNTER));
    }

    /** X-Request-Id of the HTTP interaction. */
    Optional<String> requestId() {
        return entities.stream()
                .filter(entity -> REQUEST_ID.equals(entity.getType().getCode()))
                .flatMap(entity -> Text.present(entity.getWhat().getIdentifier().getValue()).stream())
                .findFirst();
    }

    /** How sensitive what was touched is: codes, each once. */
    List<String> securityLabels() {
        return entities.stream()
                .flatMap(entity -> Text.codes(entity.getSecurityLabel()))
                .distinct()
                .toList();
    }

    /** What was searched by: names, each once. */
    List<String> queryParameters() {
        return entities.stream()
                .flatMap(entity -> QueryParameters.names(entity.getQuery()))
                .distinct()
                .limit(QueryParameters.MOST_NAMES)
                .toList();
    }

    private Optional<Reference> ofType(String type) {
        return others().filter(what -> isOf(type, what)).findFirst();
    }

    private Stream<Reference> others() {
        return entities.stream()
                .filter(entity -> !inPatientRole(entity))
                .map(AuditEventEntityComponent::getWhat)
                .filter(what -> References.type(what).isPresent());
    }

    private static boolean inPatientRole(AuditEventEntityComponent entity) {
        return PATIENT_ROLE.equals(entity.getRole().getCode());
    }

    private static boolean refersTo(String type, AuditEventEntityComponent entity) {
        return isOf(type, entity.getWhat());
    }

    private static boolean isOf(String type, Reference what) {
        return References.type(what).filter(type::equals).isPresent();
    }
}
